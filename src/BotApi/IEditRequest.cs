namespace TelegramRest.BotApi;

/// <summary>What requests that change messages have in common: they point at a message of a chat, or at one that was sent through inline mode.</summary>
/// <remarks>https://core.telegram.org/bots/api#updating-messages</remarks>
public interface IEditRequest
{
    string? BusinessConnectionId { get; }

    ChatId ChatId { get; }

    int? MessageId { get; }

    string? InlineMessageId => null;

    InlineKeyboardMarkup? ReplyMarkup { get; }
}
