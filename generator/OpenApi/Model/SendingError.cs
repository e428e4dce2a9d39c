namespace TelegramRest.Generator.OpenApi.Model;

/// <summary>The answer to a refusal while a message is sent.</summary>
/// <param name="Code">Telegram's code.</param>
/// <param name="Message">Telegram's message.</param>
/// <param name="Private">True or false where the row holds only for private or only for other chats.</param>
/// <param name="Content">What was sent, where the row holds only for that.</param>
/// <param name="Becomes">The code of the answer.</param>
/// <param name="Text">The text of the answer.</param>
internal sealed record SendingError(int Code, string Message, bool? Private, string? Content, int Becomes, string Text);
