namespace TelegramRest.BotApi;

/// <summary>A request whose message takes inline buttons and no other keyboard.</summary>
public interface IInlineSendRequest : ISendRequest
{
    new InlineKeyboardMarkup? ReplyMarkup { get; }

    ReplyMarkup? ISendRequest.ReplyMarkup => ReplyMarkup;
}
