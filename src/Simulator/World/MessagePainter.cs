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
                ReplyTo = Reply(message, box),
                Date = message.Date,
                Action = action,
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
            EditHide = message.EditHidden,
            Pinned = message.Pinned,
            FromId = from,
            PeerId = peer,
            FwdFrom = Forward(message),
            ViaBotId = message.ViaBotId,
            ReplyTo = Reply(message, box),
            Date = message.Date,
            MessageValue = message.Text,
            Media = message.Media is null ? null : world.Files.Refresh(message.Media),
            ReplyMarkup = message.Markup,
            Entities = message.Entities.Length == 0 ? null : message.Entities,
            Views = post ? Math.Max(1, message.Views) : null,
            Forwards = post ? message.Forwards : null,
            EditDate = message.EditDate,
            PostAuthor = message.PostAuthor,
            GroupedId = message.GroupedId,
            Reactions = Reactions(message),
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
    };

    private Tl.MessageReplyHeader? Reply(StoredMessage message, long box)
    {
        if (message.Reply is not { } reply || world.Boxes.Message(reply.Uid) is not { } target)
            return null;
        if (!IsElsewhere(message, target))
            return target.Ids.TryGetValue(box, out var id) ? Header(reply, id) : null;

        var header = Header(reply, null);
        header.ReplyFrom = new Tl.MessageFwdHeader { FromId = scene.Peer(target.SentAs ?? PeerKey.User(target.SenderId)), Date = target.Date };
        header.ReplyMedia = target.Media is null ? null : world.Files.Refresh(target.Media);
        if (target.Chat.Kind == PeerKind.Channel && target.Ids.TryGetValue(-target.Chat.Id, out var elsewhere))
        {
            header.ReplyToPeerId = scene.Peer(target.Chat);
            header.ReplyToMsgId = elsewhere;
            header.ReplyFrom.ChannelPost = target.SentAs == target.Chat && IsBroadcast(target.Chat) ? elsewhere : null;
        }

        return header;
    }

    /// <summary>Who answers sees both chats, and tells whether they are one.</summary>
    private static bool IsElsewhere(StoredMessage message, StoredMessage target) =>
        target.Chat.Kind == PeerKind.Channel || message.Chat.Kind == PeerKind.Channel
            ? target.Chat != message.Chat
            : Boxes.PeerIn(target, message.SenderId) != Boxes.PeerIn(message, message.SenderId);

    private static Tl.MessageReplyHeader Header(ReplyTarget reply, int? id) => new()
    {
        ReplyToMsgId = id,
        Quote = reply.QuoteText is not null,
        QuoteText = reply.QuoteText,
        QuoteEntities = reply.QuoteEntities is { Length: > 0 } entities ? entities : null,
        QuoteOffset = reply.QuoteText is null ? null : reply.QuoteOffset,
    };

    private Tl.MessageReactions? Reactions(StoredMessage message)
    {
        if (message.Reactions.Count == 0)
            return null;
        return new Tl.MessageReactions
        {
            CanSeeList = message.Chat.Kind != PeerKind.Channel || !IsBroadcast(message.Chat),
            Results = Messages.ReactionCounts.Of(message, scene.Viewer.Id),
            RecentReactions =
            [
                .. message.Reactions.SelectMany(each => each.Value.Reactions.Select(reaction => new Tl.MessagePeerReaction
                {
                    My = each.Key == scene.Viewer.Id,
                    PeerId = scene.Peer(PeerKey.User(each.Key)),
                    Date = each.Value.Date,
                    Reaction = reaction,
                })),
            ],
        };
    }

    private void SeeContent(StoredMessage message)
    {
        if (message.ViaBotId is { } viaBot)
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
