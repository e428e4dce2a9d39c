namespace TelegramRest.Simulator.Rpc;

/// <summary>What all sending methods ask for besides the content (https://core.telegram.org/method/messages.sendMessage).</summary>
internal sealed record SendTerms
{
    public required Tl.InputPeerBase Peer { get; init; }

    public Tl.InputReplyToBase? ReplyTo { get; init; }

    public Tl.ReplyMarkupBase? Markup { get; init; }

    public Tl.InputPeerBase? SendAs { get; init; }

    public bool Silent { get; init; }

    public bool NoForwards { get; init; }

    public bool InvertMedia { get; init; }

    public long? Effect { get; init; }

    /// <summary>Unix seconds, or <see cref="World.Messages.ScheduledMessage.WhenOnline"/>.</summary>
    public int? ScheduleDate { get; init; }

    public bool ClearDraft { get; init; }

    /// <summary>Several messages that count as one.</summary>
    public bool IsAlbum { get; init; }

    /// <summary>A post that is suggested to a channel in its direct messages.</summary>
    public Tl.SuggestedPost? SuggestedPost { get; init; }

    public static SendTerms Of(Tl.Messages.SendMessage method) => new()
    {
        Peer = method.Peer,
        ReplyTo = method.ReplyTo,
        Markup = method.ReplyMarkup,
        SendAs = method.SendAs,
        SuggestedPost = method.SuggestedPost,
        Silent = method.Silent,
        NoForwards = method.Noforwards,
        InvertMedia = method.InvertMedia,
        Effect = method.Effect,
        ScheduleDate = method.ScheduleDate,
        ClearDraft = method.ClearDraft,
    };

    public static SendTerms Of(Tl.Messages.SendMedia method) => new()
    {
        Peer = method.Peer,
        ReplyTo = method.ReplyTo,
        Markup = method.ReplyMarkup,
        SendAs = method.SendAs,
        SuggestedPost = method.SuggestedPost,
        Silent = method.Silent,
        NoForwards = method.Noforwards,
        InvertMedia = method.InvertMedia,
        Effect = method.Effect,
        ScheduleDate = method.ScheduleDate,
        ClearDraft = method.ClearDraft,
    };

    public static SendTerms Of(Tl.Messages.SendMultiMedia method) => new()
    {
        IsAlbum = true,
        Peer = method.Peer,
        ReplyTo = method.ReplyTo,
        SendAs = method.SendAs,
        Silent = method.Silent,
        NoForwards = method.Noforwards,
        InvertMedia = method.InvertMedia,
        Effect = method.Effect,
        ScheduleDate = method.ScheduleDate,
        ClearDraft = method.ClearDraft,
    };

    public static SendTerms Of(Tl.Messages.ForwardMessages method) => new()
    {
        Peer = method.ToPeer,

        // Until layer 198 a topic was named alone.
        ReplyTo = method.ReplyTo ?? (method.TopMsgId is { } topic ? new Tl.InputReplyToMessage { ReplyToMsgId = topic, TopMsgId = topic } : null),
        SendAs = method.SendAs,
        SuggestedPost = method.SuggestedPost,
        Silent = method.Silent,
        NoForwards = method.Noforwards,
        Effect = method.Effect,
        ScheduleDate = method.ScheduleDate,
    };
}
