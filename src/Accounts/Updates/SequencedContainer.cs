namespace TelegramRest.Accounts.Updates;

/// <summary>The updates of a container that are ordered by the container's number alone.</summary>
/// <param name="Start">First number it stands for.</param>
/// <param name="End">The sequence's value after it.</param>
/// <param name="Date">Unix seconds.</param>
internal sealed record SequencedContainer(IReadOnlyList<SequencedUpdate> Updates, int Start, int End, int Date);
