using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World;

/// <summary>A message as the owner of a box, or a member of a channel, sees it (https://core.telegram.org/constructor/message).</summary>
internal sealed class MessagePainter(SimulatorWorld world, Scene scene)
{
    public Tl.MessageBase Paint(StoredMessage message, long box)
    {
        var viewerId = scene.Viewer.Id;
        var outgoing = message.SenderId == viewerId && message.Chat != PeerKey.User(viewerId);
        var post = message.SentAs is { } sentAs && sentAs == message.Chat && IsBroadcast(message.Chat);
        var peer = scene.Peer(Boxes.PeerIn(message, box));
        var from = From(message, outgoing);
        if (message.Action is { } action)
        {
            SeeAction(action);
            return new Tl.MessageService
            {
                Id = message.Ids[box],
                Out = outgoing,
                Silent = message.Silent,
                Post = post,
                FromId = from,
                PeerId = peer,
                SavedPeerId = message.DirectTopic is { } conversation ? scene.Peer(conversation) : null,
                ReplyTo = new ReplyPainter(world, scene).Paint(message, box),
                Date = message.Date,
                Action = ActionPainter.Shown(action, outgoing),
            };
        }

        SeeContent(message);
        return new Tl.Message
        {
            Id = message.Ids[box],
            Out = outgoing,
            Mentioned = Mentions(message),
            Silent = message.Silent,
            Post = post,
            Noforwards = message.NoForwards,
            InvertMedia = message.InvertMedia,
            FromScheduled = message.FromScheduled,
            EditHide = message.EditHidden,
            Pinned = message.Pinned,
            FromId = from,
            PeerId = peer,
            FwdFrom = Forward(message),
            ViaBotId = message.ViaBotId,
            ViaBusinessBotId = message.BusinessBotId,
            GuestchatViaFrom = message.GuestFor is { } caller ? scene.Peer(caller) : null,
            SavedPeerId = message.DirectTopic is { } topic ? scene.Peer(topic) : null,
            SuggestedPost = message.SuggestedPost,
            ReplyTo = new ReplyPainter(world, scene).Paint(message, box),
            Date = message.Date,
            MessageValue = message.Text,
            Media = new MediaPainter(world, scene).Paint(message),
            RichMessage = message.Rich,
            ReplyMarkup = MarkupPainter.Shown(message.Markup),
            Entities = message.Entities.Length == 0 ? null : message.Entities,
            Views = post ? Math.Max(1, message.Views) : null,
            Forwards = post ? message.Forwards : null,
            EditDate = message.EditDate,
            PostAuthor = message.PostAuthor,
            GroupedId = message.GroupedId,
            Reactions = message.Reactions.Count == 0 ? null : Messages.ReactionCounts.Paint(world, message, scene),
            Effect = message.EffectId,
        };
    }

    /// <summary>A private message says who sent it only to the sender; in channels the channel itself speaks.</summary>
    private Tl.PeerBase? From(StoredMessage message, bool outgoing)
    {
        if (message.SentAs is { } sentAs)
            return sentAs == message.Chat && IsBroadcast(message.Chat) ? null : scene.Peer(sentAs);
        scene.See(PeerKey.User(message.SenderId));
        return message.Chat.Kind == PeerKind.User && !outgoing ? null : PeerKey.User(message.SenderId).ToTl();
    }

    private bool IsBroadcast(PeerKey chat) => chat.Kind == PeerKind.Channel && world.Roster.Channel(chat.Id) is { Broadcast: true };

    private bool Mentions(StoredMessage message)
    {
        if (message.SenderId == scene.Viewer.Id || message.Chat.Kind == PeerKind.User)
            return false;
        if (message.Reply is { } reply && world.Boxes.Message(reply.Uid) is { } replied && replied.SenderId == scene.Viewer.Id)
            return true;
        return Text.Mentions.Of(message, scene.Viewer);
    }

    private Tl.MessageFwdHeader? Forward(StoredMessage message) => message.Forward is not { } origin ? null : new Tl.MessageFwdHeader
    {
        FromId = origin.From is { } from ? scene.Peer(from) : null,
        FromName = origin.FromName,
        Date = origin.Date,
        ChannelPost = origin.ChannelPost,
        PostAuthor = origin.PostAuthor,
        SavedFromPeer = origin.SavedFrom is { } saved ? scene.Peer(saved) : null,
        SavedFromMsgId = origin.SavedFromId,
    };

    private void SeeContent(StoredMessage message)
    {
        if ((message.ViaBotId ?? message.BusinessBotId) is { } viaBot)
            scene.See(PeerKey.User(viaBot));
        if (message.Media is Tl.MessageMediaContact { UserId: > 0 } contact)
            scene.See(PeerKey.User(contact.UserId));
        foreach (var entity in message.Entities)
        {
            if (entity is Tl.MessageEntityMentionName mention)
                scene.See(PeerKey.User(mention.UserId));
        }
    }

    private void SeeAction(Tl.MessageActionBase action)
    {
        switch (action)
        {
            case Tl.MessageActionChatCreate create:
                SeeUsers(create.Users);
                break;
            case Tl.MessageActionChatAddUser add:
                SeeUsers(add.Users);
                break;
            case Tl.MessageActionChatDeleteUser delete:
                scene.See(PeerKey.User(delete.UserId));
                break;
            case Tl.MessageActionChatJoinedByLink joined:
                scene.See(PeerKey.User(joined.InviterId));
                break;
            case Tl.MessageActionChatMigrateTo to:
                scene.See(PeerKey.Channel(to.ChannelId));
                break;
            case Tl.MessageActionChannelMigrateFrom from:
                scene.See(PeerKey.Group(from.ChatId));
                break;
            default:
                break;
        }
    }

    private void SeeUsers(long[] users)
    {
        foreach (var user in users)
            scene.See(PeerKey.User(user));
    }
}
