namespace TelegramRest.Generator.OpenApi.Model;

/// <summary>What refusals of Telegram become.</summary>
internal sealed class ErrorTable
{
    public required IReadOnlyList<ErrorAnswer> Answers { get; init; }

    public required IReadOnlyList<(string Operation, List<ErrorAnswer> Answers)> Operations { get; init; }

    public required IReadOnlyList<SendingError> Sending { get; init; }

    public required IReadOnlyList<string> KeptForbidden { get; init; }

    public required IReadOnlyList<(string Name, string Text)> Lookups { get; init; }
}
