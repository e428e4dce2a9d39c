namespace TelegramRest.Accounts.Messages;

/// <summary>Finds the messages that a call made or changed in what Telegram answered to it.</summary>
internal sealed class SendAnswer
{
    private readonly Dictionary<long, int> ids = [];
    private readonly Dictionary<int, Tl.MessageBase> created = [];
    private readonly Dictionary<int, Tl.MessageBase> edited = [];

    public SendAnswer(Tl.UpdatesBase answer) => Read(answer);

    /// <param name="chat">Where <paramref name="method"/> sent to.</param>
    /// <param name="selfId">The sender.</param>
    /// <param name="method">What was sent: a short answer leaves out what it said.</param>
    /// <param name="randomId">Of the first message.</param>
    public SendAnswer(Tl.UpdatesBase answer, Tl.PeerBase chat, long selfId, Tl.TlMethod method, long randomId)
    {
        if (answer is Tl.UpdateShortSentMessage sent)
        {
            ids[randomId] = sent.Id;
            created[sent.Id] = Expand(sent, chat, selfId, method);
        }
        else
        {
            Read(answer);
        }
    }

    /// <summary>What was recovered later: random ids with the ids that their messages got.</summary>
    public SendAnswer(IReadOnlyDictionary<long, int> recovered) => ids = new Dictionary<long, int>(recovered);

    public int? MessageId(long randomId) => ids.TryGetValue(randomId, out var id) ? id : null;

    /// <summary>The random ids that came back with the ids of their messages.</summary>
    public IReadOnlyCollection<(long RandomId, int MessageId)> MessageIds => [.. ids.Select(pair => (pair.Key, pair.Value))];

    public Tl.MessageBase? Find(long randomId) => ids.TryGetValue(randomId, out var id) ? created.GetValueOrDefault(id) : null;

    public Tl.MessageBase? Edited(int messageId) => edited.GetValueOrDefault(messageId);

    /// <summary>The messages that came with the answer.</summary>
    public IEnumerable<Tl.MessageBase> Created => created.Values;

    private void Read(Tl.UpdatesBase answer)
    {
        var updates = answer switch
        {
            Tl.UpdatesConstructor u => u.Updates,
            Tl.UpdatesCombined u => u.Updates,
            Tl.UpdateShort u => [u.Update],
            _ => [],
        };

        foreach (var update in updates)
        {
            switch (update)
            {
                case Tl.UpdateMessageID u:
                    ids[u.RandomId] = u.Id;
                    break;
                case Tl.UpdateNewMessage u:
                    created[u.Message.Id()] = u.Message;
                    break;
                case Tl.UpdateNewChannelMessage u:
                    created[u.Message.Id()] = u.Message;
                    break;
                case Tl.UpdateNewScheduledMessage u:
                    created[u.Message.Id()] = u.Message;
                    break;
                case Tl.UpdateEditMessage u:
                    edited[u.Message.Id()] = u.Message;
                    break;
                case Tl.UpdateEditChannelMessage u:
                    edited[u.Message.Id()] = u.Message;
                    break;
            }
        }
    }

    private static Tl.Message Expand(Tl.UpdateShortSentMessage sent, Tl.PeerBase chat, long selfId, Tl.TlMethod method)
    {
        var (text, markup, replyTo, silent, effect) = method switch
        {
            Tl.Messages.SendMessage m => (m.Message, m.ReplyMarkup, m.ReplyTo, m.Silent, m.Effect),
            Tl.Messages.SendMedia m => (m.Message, m.ReplyMarkup, m.ReplyTo, m.Silent, m.Effect),
            _ => throw new InvalidOperationException($"A short answer to {method.GetType().Name} says nothing."),
        };

        return new Tl.Message
        {
            Out = true,
            Silent = silent,
            Id = sent.Id,
            FromId = new Tl.PeerUser { UserId = selfId },
            PeerId = chat,
            Date = sent.Date,
            MessageValue = text,
            Entities = sent.Entities,
            Media = sent.Media,
            TtlPeriod = sent.TtlPeriod,
            ReplyMarkup = markup,
            ReplyTo = Header(replyTo),
            Effect = effect,
        };
    }

    private static Tl.MessageReplyHeader? Header(Tl.InputReplyToBase? replyTo) => replyTo is Tl.InputReplyToMessage { ReplyToPeerId: null } reply
        ? new Tl.MessageReplyHeader
        {
            ReplyToMsgId = reply.ReplyToMsgId,
            ReplyToTopId = reply.TopMsgId,
            Quote = reply.QuoteText is not null,
            QuoteText = reply.QuoteText,
            QuoteEntities = reply.QuoteEntities,
            QuoteOffset = reply.QuoteOffset,
        }
        : null;
}
