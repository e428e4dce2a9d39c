using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Files;

/// <summary>What getFile and the downloads answer when they cannot.</summary>
internal static class FileErrors
{
    public static BotApiException Unavailable() => BotApiException.BadRequest("wrong file_id or the file is temporarily unavailable");

    public static BotApiException TooBig() => BotApiException.BadRequest("file is too big");
}
