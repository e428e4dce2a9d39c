using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Files.Media;

/// <summary>A file that a message is to carry, and what the caller says about it; the cases stand beside.</summary>
/// <param name="File">Uploaded, named by file_id, or an address that Telegram fetches.</param>
/// <remarks>https://core.telegram.org/type/InputMedia</remarks>
public abstract record MediaFile(InputFile File);
