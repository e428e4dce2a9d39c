using TelegramRest.Accounts.Files.Content;

namespace TelegramRest.Accounts.Files;

/// <summary>A file that lies with Telegram.</summary>
/// <param name="File">How a message refers to it.</param>
/// <param name="Facts">What it says of itself.</param>
internal sealed record SentContent(Tl.InputFileBase File, MediaFacts Facts);
