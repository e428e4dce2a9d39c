namespace TelegramRest.BotApi;

/// <summary>What requests that send messages have in common. What one of them does not have is absent from it, never an error.</summary>
/// <remarks>https://core.telegram.org/bots/api#available-methods</remarks>
public interface ISendRequest
{
    ChatId ChatId { get; }

    string? BusinessConnectionId => null;

    /// <summary>Makes the message ephemeral: one member of the group sees it.</summary>
    long? ReceiverUserId => null;

    /// <summary>The button press that an ephemeral message answers.</summary>
    string? CallbackQueryId => null;

    /// <summary>The same two in their newer spelling, which counts where it is given.</summary>
    EphemeralMessageParameters? EphemeralMessageParameters => null;

    int? MessageThreadId => null;

    long? DirectMessagesTopicId => null;

    /// <summary>Unix time, or <c>online</c>: people's accounts may send later. Null for now.</summary>
    string? SendAt => null;

    bool? DisableNotification => null;

    bool? ProtectContent => null;

    bool? AllowPaidBroadcast => null;

    string? MessageEffectId => null;

    SuggestedPostParameters? SuggestedPostParameters => null;

    ReplyParameters? ReplyParameters => null;

    ReplyMarkup? ReplyMarkup => null;

    /// <summary>Former spelling of <see cref="BotApi.ReplyParameters.MessageId"/>; counts where there are no reply parameters.</summary>
    int? ReplyToMessageId => null;

    /// <summary>Former spelling of <see cref="BotApi.ReplyParameters.AllowSendingWithoutReply"/>.</summary>
    bool? AllowSendingWithoutReply => null;
}
