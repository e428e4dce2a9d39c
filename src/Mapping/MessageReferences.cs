using TelegramRest.Mapping.Media;
using TelegramRest.Mapping.Messages;
using TelegramRest.Mapping.Rich;

namespace TelegramRest.Mapping;

/// <summary>What a message names and mapping wants to have at hand.</summary>
public static class MessageReferences
{
    /// <summary>All users and chats that the message's Bot API form shows.</summary>
    public static IReadOnlyCollection<Tl.PeerBase> Peers(Tl.MessageBase message)
    {
        var found = new Dictionary<long, Tl.PeerBase>();
        switch (message)
        {
            case Tl.Message ordinary:
                Add(found, ordinary.PeerId, ordinary.FromId, ordinary.SavedPeerId, ordinary.FwdFrom?.FromId, ordinary.FwdFrom?.SavedFromPeer, ordinary.GuestchatViaFrom);
                AddUsers(found, ordinary.ViaBotId ?? 0, ordinary.ViaBusinessBotId ?? 0);
                AddReply(found, ordinary.ReplyTo);
                AddEntities(found, ordinary.Entities);
                AddMedia(found, ordinary.Media);
                AddRich(found, ordinary.RichMessage);
                break;
            case Tl.MessageService service:
                Add(found, service.PeerId, service.FromId, service.SavedPeerId);
                AddReply(found, service.ReplyTo);
                AddAction(found, service.Action);
                break;
        }

        return found.Values;
    }

    /// <summary>The message of the same chat that is replied to, pinned, or reported on.</summary>
    public static (Tl.PeerBase Peer, int Id)? Message(Tl.MessageBase message) => message switch
    {
        Tl.Message ordinary when ReplyMapper.SameChatId(ordinary.PeerId, ordinary.ReplyTo) is { } id => (ordinary.PeerId, id),
        Tl.MessageService service when ReplyMapper.SameChatId(service.PeerId, service.ReplyTo) is { } id => (service.PeerId, id),
        _ => null,
    };

    /// <summary>Sticker sets whose names are shown.</summary>
    public static IReadOnlyCollection<Tl.InputStickerSetBase> StickerSets(Tl.MessageBase message) =>
        message is Tl.Message { Media: Tl.MessageMediaDocument { Document: Tl.Document document } } ? StickerSets(document) : [];

    /// <summary>The set that a sticker belongs to.</summary>
    public static IReadOnlyCollection<Tl.InputStickerSetBase> StickerSets(Tl.Document document) =>
        StickerMapper.SetOf(new DocumentFacts(document)) is Tl.InputStickerSetID set ? [set] : [];

    private static void Add(Dictionary<long, Tl.PeerBase> found, params ReadOnlySpan<Tl.PeerBase?> peers)
    {
        foreach (var peer in peers)
        {
            if (peer != null)
                found.TryAdd(ChatIds.Of(peer), peer);
        }
    }

    private static void AddUsers(Dictionary<long, Tl.PeerBase> found, params ReadOnlySpan<long> userIds)
    {
        foreach (var userId in userIds)
        {
            if (userId != 0)
                found.TryAdd(userId, new Tl.PeerUser { UserId = userId });
        }
    }

    private static void AddReply(Dictionary<long, Tl.PeerBase> found, Tl.MessageReplyHeaderBase? header)
    {
        switch (header)
        {
            case Tl.MessageReplyHeader reply:
                Add(found, reply.ReplyToPeerId, reply.ReplyFrom?.FromId);
                AddEntities(found, reply.QuoteEntities);
                AddMedia(found, reply.ReplyMedia);
                break;
            case Tl.MessageReplyStoryHeader story:
                Add(found, story.Peer);
                break;
        }
    }

    private static void AddEntities(Dictionary<long, Tl.PeerBase> found, Tl.MessageEntityBase[]? entities)
    {
        foreach (var entity in entities ?? [])
        {
            if (entity is Tl.MessageEntityMentionName mention)
                AddUsers(found, mention.UserId);
        }
    }

    private static void AddRich(Dictionary<long, Tl.PeerBase> found, Tl.RichMessage? message)
    {
        foreach (var mention in RichWalk.Texts(message?.Blocks ?? []).OfType<Tl.TextMentionName>())
            AddUsers(found, mention.UserId);
    }

    private static void AddMedia(Dictionary<long, Tl.PeerBase> found, Tl.MessageMediaBase? media)
    {
        switch (media)
        {
            case Tl.MessageMediaStory story:
                Add(found, story.Peer);
                break;
            case Tl.MessageMediaGiveaway giveaway:
                foreach (var channelId in giveaway.Channels)
                    Add(found, new Tl.PeerChannel { ChannelId = channelId });
                break;
            case Tl.MessageMediaGiveawayResults results:
                Add(found, new Tl.PeerChannel { ChannelId = results.ChannelId });
                AddUsers(found, results.Winners);
                break;
            case Tl.MessageMediaToDo checklist:
                foreach (var completion in checklist.Completions ?? [])
                    Add(found, completion.CompletedBy);
                break;
            case Tl.MessageMediaPoll poll:
                foreach (var answer in poll.Poll.Answers.OfType<Tl.PollAnswer>())
                    Add(found, answer.AddedBy);
                break;
        }
    }

    private static void AddAction(Dictionary<long, Tl.PeerBase> found, Tl.MessageActionBase action)
    {
        switch (action)
        {
            case Tl.MessageActionChatAddUser added: AddUsers(found, added.Users); break;
            case Tl.MessageActionInviteToGroupCall invited: AddUsers(found, invited.Users); break;
            case Tl.MessageActionChatDeleteUser deleted: AddUsers(found, deleted.UserId); break;
            case Tl.MessageActionNewCreatorPending pending: AddUsers(found, pending.NewCreatorId); break;
            case Tl.MessageActionChangeCreator changed: AddUsers(found, changed.NewCreatorId); break;
            case Tl.MessageActionManagedBotCreated created: AddUsers(found, created.BotId); break;
            case Tl.MessageActionGeoProximityReached reached: Add(found, reached.FromId, reached.ToId); break;
        }
    }
}
