using System.Globalization;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Messages;

/// <summary>A message that waits for its time (https://core.telegram.org/api/scheduled-messages). Its id counts among its chat's scheduled messages only.</summary>
internal sealed class ScheduledMessage
{
    /// <summary>The time that means: as soon as the other person comes online.</summary>
    public const int WhenOnline = 0x7ffffffe;

    public required long OwnerId { get; init; }

    public required PeerKey Chat { get; init; }

    public required int Id { get; init; }

    /// <summary>What will be sent, in no box yet; its date is the time that it waits for.</summary>
    public required StoredMessage Message { get; init; }

    public string Key => string.Create(CultureInfo.InvariantCulture, $"{OwnerId}/{Chat}/{Id:D10}");
}
