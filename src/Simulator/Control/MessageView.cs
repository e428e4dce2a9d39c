namespace TelegramRest.Simulator.Control;

/// <summary>A message as one account sees it. <paramref name="Date"/> is Unix seconds; <paramref name="Media"/> and <paramref name="Action"/> are names of Telegram's constructors; <paramref name="ViaBot"/> is the inline or business bot behind it.</summary>
internal sealed record MessageView(int MessageId, long From, int Date, string Text, string? Media, string? Action, int? ReplyToMessageId, string[][]? Buttons, long? ViaBot);
