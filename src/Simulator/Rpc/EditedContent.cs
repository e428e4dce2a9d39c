using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc;

/// <summary>What a message will hold after an edit.</summary>
internal sealed record EditedContent(string Text, Tl.MessageEntityBase[] Entities, Tl.MessageMediaBase? Media, Tl.RichMessage? Rich, Tl.ReplyMarkupBase? Markup, bool InvertMedia)
{
    /// <summary>Whether nothing but the buttons changes.</summary>
    public bool SameContent(StoredMessage message, SimulatorWorld world) =>
        Text == message.Text
        && Rpc.SameContent.SameAll(Entities, message.Entities)
        && Rpc.SameContent.Same(world.Files.Refresh(Media), world.Files.Refresh(message.Media))
        && Rpc.SameContent.Same(Rich, message.Rich)
        && InvertMedia == message.InvertMedia;

    public void Apply(StoredMessage message) =>
        (message.Text, message.Entities, message.Media, message.Rich, message.Markup, message.InvertMedia) = (Text, Entities, Media, Rich, Markup, InvertMedia);
}
