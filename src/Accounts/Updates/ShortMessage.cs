namespace TelegramRest.Accounts.Updates;

/// <summary>The forms in which a plain text arrives without users and chats.</summary>
/// <remarks>https://core.telegram.org/constructor/updateShortMessage</remarks>
internal static class ShortMessage
{
    /// <summary>Who must be known to make sense of it.</summary>
    public static IEnumerable<Tl.PeerBase> Peers(Tl.UpdatesBase updates)
    {
        var (peers, forward, viaBot) = updates switch
        {
            Tl.UpdateShortMessage u => ((Tl.PeerBase[])[new Tl.PeerUser { UserId = u.UserId }], u.FwdFrom, u.ViaBotId),
            Tl.UpdateShortChatMessage u => ([new Tl.PeerUser { UserId = u.FromId }, new Tl.PeerChat { ChatId = u.ChatId }], u.FwdFrom, u.ViaBotId),
            _ => throw new InvalidOperationException($"{updates.GetType().Name} is no short message."),
        };

        return peers
            .Concat(viaBot is { } bot ? [new Tl.PeerUser { UserId = bot }] : [])
            .Concat(forward?.FromId is { } from ? [from] : []);
    }

    public static Tl.UpdateNewMessage Expand(Tl.UpdatesBase updates) => updates switch
    {
        Tl.UpdateShortMessage u => new Tl.UpdateNewMessage
        {
            Pts = u.Pts,
            PtsCount = u.PtsCount,
            Message = new Tl.Message
            {
                Out = u.Out,
                Mentioned = u.Mentioned,
                MediaUnread = u.MediaUnread,
                Silent = u.Silent,
                Id = u.Id,
                // In a private chat the absence of a sender means the other side; our own side is named by the flag.
                PeerId = new Tl.PeerUser { UserId = u.UserId },
                MessageValue = u.Message,
                Date = u.Date,
                FwdFrom = u.FwdFrom,
                ViaBotId = u.ViaBotId,
                ReplyTo = u.ReplyTo,
                Entities = u.Entities,
                TtlPeriod = u.TtlPeriod,
            },
        },
        Tl.UpdateShortChatMessage u => new Tl.UpdateNewMessage
        {
            Pts = u.Pts,
            PtsCount = u.PtsCount,
            Message = new Tl.Message
            {
                Out = u.Out,
                Mentioned = u.Mentioned,
                MediaUnread = u.MediaUnread,
                Silent = u.Silent,
                Id = u.Id,
                FromId = new Tl.PeerUser { UserId = u.FromId },
                PeerId = new Tl.PeerChat { ChatId = u.ChatId },
                MessageValue = u.Message,
                Date = u.Date,
                FwdFrom = u.FwdFrom,
                ViaBotId = u.ViaBotId,
                ReplyTo = u.ReplyTo,
                Entities = u.Entities,
                TtlPeriod = u.TtlPeriod,
            },
        },
        _ => throw new InvalidOperationException($"{updates.GetType().Name} is no short message."),
    };
}
