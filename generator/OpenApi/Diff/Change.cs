namespace TelegramRest.Generator.OpenApi.Diff;

/// <param name="Severity">What it means to callers.</param>
/// <param name="Pointer">JSON pointer into the new document; into the old one for what is gone.</param>
/// <param name="What">The change in words.</param>
internal sealed record Change(Severity Severity, string Pointer, string What);
