namespace TelegramRest.Generator.OpenApi.Model;

/// <summary>The answer to one refusal.</summary>
internal sealed record ErrorAnswer(string Message, int Code, string Text);
