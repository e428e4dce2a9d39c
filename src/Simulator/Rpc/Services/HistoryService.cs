using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>Reading messages: by id, by page, by search (https://core.telegram.org/api/offsets).</summary>
internal sealed class HistoryService(SimulatorWorld world, PeerResolver peers) : IRpcService
{
    private const int PageLimit = 100;

    public void Register(RpcTable table)
    {
        table.On<Tl.Messages.GetMessages, Tl.Messages.MessagesBase>(Access.Account, GetMessages);
        table.On<Tl.Channels.GetMessages, Tl.Messages.MessagesBase>(Access.Account, GetChannelMessages);
        table.On<Tl.Messages.GetHistory, Tl.Messages.MessagesBase>(Access.Person, GetHistory);
        table.On<Tl.Messages.GetReplies, Tl.Messages.MessagesBase>(Access.Person, GetReplies);
        table.On<Tl.Messages.GetRichMessage, Tl.Messages.MessagesBase>(Access.Account, GetRich);
        table.On<Tl.Messages.Search, Tl.Messages.MessagesBase>(Access.Person, Search);
        table.On<Tl.Messages.GetMessagesViews, Tl.Messages.MessageViews>(Access.Person, GetViews);
    }

    private Tl.Messages.MessagesBase GetMessages(Caller caller, Tl.Messages.GetMessages method)
    {
        var me = caller.Me;
        var box = world.Boxes.Of(me);
        var scene = world.Scene(me);
        var messages = method.Id.Select(id => One(me, box, id, null, scene)).ToArray();
        return new Tl.Messages.Messages { MessagesValue = messages, Topics = [], Chats = scene.Chats(), Users = scene.Users() };
    }

    private Tl.Messages.MessagesBase GetChannelMessages(Caller caller, Tl.Channels.GetMessages method)
    {
        var me = caller.Me;
        if (method.Id.Length == 0)
            throw new RpcError(400, "MESSAGE_IDS_EMPTY");
        var channel = peers.Channel(me, method.Channel);
        var box = world.Boxes.Of(channel);
        var scene = world.Scene(me).See(channel.Peer);
        var messages = method.Id.Select(id => One(me, box, id, channel.Peer, scene)).ToArray();
        return new Tl.Messages.ChannelMessages { Pts = box.VisiblePts(me.Id), Count = messages.Length, Messages = messages, Topics = [], Chats = scene.Chats(), Users = scene.Users() };
    }

    private Tl.MessageBase One(Account me, Box box, Tl.InputMessageBase wanted, PeerKey? peer, Scene scene)
    {
        var (id, message) = wanted switch
        {
            Tl.InputMessageID it => (it.Id, box.Messages.GetValueOrDefault(it.Id)),
            Tl.InputMessageReplyTo it => (it.Id, RepliedTo(box, it.Id)),
            Tl.InputMessageCallbackQuery it => (it.Id, world.Callbacks.MessageOf(it.QueryId, me) is { } uid && world.Boxes.Message(uid) is { } found && found.Ids.ContainsKey(box.Key) ? found : null),
            Tl.InputMessagePinned when peer is { } chat => (0, PinBoard.PinnedIn(box, chat) is [.., var last] ? last : null),
            _ => (0, null),
        };
        return message is null ? new Tl.MessageEmpty { Id = id } : scene.Message(message, box.Key);
    }

    private StoredMessage? RepliedTo(Box box, int id) =>
        box.Messages.TryGetValue(id, out var message) && message.Reply is { } reply && world.Boxes.Message(reply.Uid) is { } target && target.Ids.ContainsKey(box.Key) ? target : null;

    private Tl.Messages.MessagesBase GetHistory(Caller caller, Tl.Messages.GetHistory method)
    {
        var chat = peers.Peer(caller.Me, method.Peer);
        var messages = Newest(caller.Me, chat).Where(message => method.OffsetDate == 0 || message.Message.Date <= method.OffsetDate).ToList();
        return Page(caller.Me, chat, messages, method.OffsetId, method.AddOffset, method.Limit, method.MaxId, method.MinId);
    }

    /// <summary>The messages of a forum's topic, or those that answer a message.</summary>
    private Tl.Messages.MessagesBase GetReplies(Caller caller, Tl.Messages.GetReplies method)
    {
        var chat = peers.Peer(caller.Me, method.Peer);
        var root = world.Boxes.For(caller.Me, chat).Messages.GetValueOrDefault(method.MsgId);
        var messages = Newest(caller.Me, chat)
            .Where(each => IsInTopic(each.Message, method.MsgId) || (root is not null && each.Message.Reply?.Uid == root.Uid))
            .Where(each => method.OffsetDate == 0 || each.Message.Date <= method.OffsetDate)
            .ToList();
        return Page(caller.Me, chat, messages, method.OffsetId, method.AddOffset, method.Limit, method.MaxId, method.MinId);
    }

    private Tl.Messages.MessagesBase GetRich(Caller caller, Tl.Messages.GetRichMessage method)
    {
        var chat = peers.Peer(caller.Me, method.Peer);
        var found = Newest(caller.Me, chat).Where(each => each.Id == method.Id && each.Message.Rich is not null).ToList();
        return found.Count > 0 ? Page(caller.Me, chat, found, 0, 0, 1, 0, 0) : throw new RpcError(400, "MESSAGE_ID_INVALID");
    }

    private static bool IsInTopic(StoredMessage message, int topicId) => message.TopicId is { } topic && topic == topicId;

    private Tl.Messages.MessagesBase Search(Caller caller, Tl.Messages.Search method)
    {
        var me = caller.Me;
        var chat = peers.Peer(me, method.Peer);
        var from = method.FromId is { } sender ? peers.Peer(me, sender) : (PeerKey?)null;
        var messages = Newest(me, chat)
            .Where(each => each.Message.Text.Contains(method.Q, StringComparison.OrdinalIgnoreCase))
            .Where(each => from is null || (each.Message.SentAs ?? PeerKey.User(each.Message.SenderId)) == from)
            .Where(each => (method.MinDate == 0 || each.Message.Date >= method.MinDate) && (method.MaxDate == 0 || each.Message.Date <= method.MaxDate))
            .Where(each => method.TopMsgId is not { } topic || IsInTopic(each.Message, topic))
            .Where(each => Matches(each.Message, method.Filter))
            .ToList();
        return Page(me, chat, messages, method.OffsetId, method.AddOffset, method.Limit, method.MaxId, method.MinId);
    }

    private static bool Matches(StoredMessage message, Tl.MessagesFilterBase filter) => filter switch
    {
        Tl.InputMessagesFilterEmpty => true,
        Tl.InputMessagesFilterPhotos => message.Media is Tl.MessageMediaPhoto,
        Tl.InputMessagesFilterPhotoVideo => message.Media is Tl.MessageMediaPhoto || ContentKinds.Of(message.Media) == ContentKind.Video,
        Tl.InputMessagesFilterVideo => ContentKinds.Of(message.Media) == ContentKind.Video,
        Tl.InputMessagesFilterDocument => ContentKinds.Of(message.Media) == ContentKind.Document,
        Tl.InputMessagesFilterVoice => ContentKinds.Of(message.Media) == ContentKind.Voice,
        Tl.InputMessagesFilterMusic => ContentKinds.Of(message.Media) == ContentKind.Audio,
        Tl.InputMessagesFilterGif => ContentKinds.Of(message.Media) == ContentKind.Gif,
        Tl.InputMessagesFilterUrl => message.Entities.Any(entity => entity is Tl.MessageEntityUrl or Tl.MessageEntityTextUrl),
        Tl.InputMessagesFilterPoll => message.Media is Tl.MessageMediaPoll,
        Tl.InputMessagesFilterGeo => message.Media is Tl.MessageMediaGeo or Tl.MessageMediaGeoLive or Tl.MessageMediaVenue,
        Tl.InputMessagesFilterContacts => message.Media is Tl.MessageMediaContact,
        Tl.InputMessagesFilterRoundVideo => ContentKinds.Of(message.Media) == ContentKind.RoundVideo,
        Tl.InputMessagesFilterRoundVoice => ContentKinds.Of(message.Media) is ContentKind.RoundVideo or ContentKind.Voice,
        Tl.InputMessagesFilterPinned => message.Pinned,
        _ => throw new RpcError(400, "INPUT_FILTER_INVALID"),
    };

    private IEnumerable<(int Id, StoredMessage Message)> Newest(Account me, PeerKey chat)
    {
        var box = world.Boxes.For(me, chat);
        return box.Dialogs.TryGetValue(chat, out var dialog) ? dialog.Ids.AsEnumerable().Reverse().Select(id => (id, box.Messages[id])) : [];
    }

    private Tl.Messages.MessagesBase Page(Account me, PeerKey chat, List<(int Id, StoredMessage Message)> messages, int offsetId, int addOffset, int limit, int maxId, int minId)
    {
        var start = (offsetId == 0 ? 0 : messages.TakeWhile(each => each.Id >= offsetId).Count()) + addOffset;
        var skip = Math.Max(0, start);
        var take = Math.Clamp(limit, 0, PageLimit) + Math.Min(0, start);
        var page = messages.Skip(skip).Take(Math.Max(0, take)).Where(each => (maxId == 0 || each.Id < maxId) && each.Id > minId).ToList();
        var box = world.Boxes.For(me, chat);
        var scene = world.Scene(me).See(chat);
        var painted = page.Select(each => scene.Message(each.Message, box.Key)).ToArray();
        if (chat.Kind == PeerKind.Channel)
            return new Tl.Messages.ChannelMessages { Pts = box.VisiblePts(me.Id), Count = messages.Count, Messages = painted, Topics = [], Chats = scene.Chats(), Users = scene.Users() };
        return page.Count == messages.Count
            ? new Tl.Messages.Messages { MessagesValue = painted, Topics = [], Chats = scene.Chats(), Users = scene.Users() }
            : new Tl.Messages.MessagesSlice { Count = messages.Count, Messages = painted, Topics = [], Chats = scene.Chats(), Users = scene.Users() };
    }

    private Tl.Messages.MessageViews GetViews(Caller caller, Tl.Messages.GetMessagesViews method)
    {
        var chat = peers.Peer(caller.Me, method.Peer);
        var box = world.Boxes.For(caller.Me, chat);
        var views = new List<Tl.MessageViews>();
        foreach (var id in method.Id)
        {
            var message = box.Messages.GetValueOrDefault(id);
            if (message is not null && method.Increment)
            {
                message.Views++;
                world.Rows.Save(message);
            }

            views.Add(new Tl.MessageViews { Views = message?.Views, Forwards = message?.Forwards });
        }

        return new Tl.Messages.MessageViews { Views = [.. views], Chats = [], Users = [] };
    }
}
