using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Messages;

/// <summary>A message that is in its boxes, with the event in the box that the sender looks into.</summary>
internal sealed record Sent(StoredMessage Message, Box Box, BoxEvent Event)
{
    /// <summary>The message's id as the sender knows it.</summary>
    public int Id => Event.Ids[0];
}
