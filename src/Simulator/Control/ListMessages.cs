using System.Globalization;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Control;

/// <summary><c>GET /simulator/messages?chat=&amp;viewer=</c>: a look at a chat, oldest message first. Without a viewer only supergroups and channels can be looked at.</summary>
internal sealed class ListMessages(SimulatorWorld world)
{
    public MessageView[] Run(string? chat, string? viewer)
    {
        lock (world.Gate)
        {
            if (string.IsNullOrEmpty(chat))
                throw ControlException.Bad("The parameter chat is missing.");
            var peer = ChatNames.Chat(world, chat);
            var box = Box(peer, viewer);
            return box.Dialogs.TryGetValue(peer, out var dialog) ? [.. dialog.Ids.Select(id => View(box.Messages[id], box.Key))] : [];
        }
    }

    private Box Box(PeerKey peer, string? viewer)
    {
        if (peer.Kind == PeerKind.Channel)
            return world.Boxes.Get(-peer.Id);
        if (!long.TryParse(viewer, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            throw ControlException.Bad("The parameter viewer must be the id of an account: in private chats and basic groups everybody has messages of his own.");
        return world.Boxes.Of(ChatNames.Account(world, id));
    }

    private MessageView View(StoredMessage message, long box) => new(
        message.Ids[box],
        (message.SentAs ?? PeerKey.User(message.SenderId)).BotApiId,
        message.Date,
        message.Text,
        message.Media?.GetType().Name,
        message.Action?.GetType().Name,
        message.Reply is { } reply && world.Boxes.Message(reply.Uid) is { } target && target.Ids.TryGetValue(box, out var id) ? id : null,
        ButtonLabels.Of(message.Markup),
        message.ViaBotId ?? message.BusinessBotId);
}
