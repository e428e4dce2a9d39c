using TelegramRest.Accounts.Files.Content;
using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Files;

/// <summary>An uploaded file that went on to Telegram while its request arrived: it lies there already, and not here.</summary>
/// <param name="sent">How Telegram knows it.</param>
/// <param name="facts">What was seen of it on its way.</param>
internal sealed class ForwardedFile(string fieldName, string fileName, string contentType, long length, Tl.InputFileBase sent, MediaFacts facts)
    : UploadedFile(fieldName, fileName, contentType, length, _ => throw BotApiException.BadRequest($"file of size {length} bytes is too big"))
{
    public Tl.InputFileBase Sent { get; } = sent;

    public MediaFacts Facts { get; } = facts;
}
