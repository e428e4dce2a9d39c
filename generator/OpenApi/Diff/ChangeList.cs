using TelegramRest.Generator.OpenApi.Read;

namespace TelegramRest.Generator.OpenApi.Diff;

/// <summary>The changes found so far.</summary>
internal sealed class ChangeList
{
    private readonly List<Change> found = [];

    /// <summary>The worst first, then by place.</summary>
    public IReadOnlyList<Change> Sorted =>
        [.. found.OrderBy(change => change.Severity).ThenBy(change => change.Pointer, StringComparer.Ordinal).ThenBy(change => change.What, StringComparer.Ordinal)];

    public void Breaking(SpecNode at, string what) => Add(Severity.Breaking, at, what);

    public void Additive(SpecNode at, string what) => Add(Severity.Additive, at, what);

    public void Documentation(SpecNode at, string what) => Add(Severity.Documentation, at, what);

    public void Add(Severity severity, SpecNode at, string what) => found.Add(new Change(severity, at.Pointer, what));
}
