using System.Collections.Frozen;

namespace TelegramRest.Mapping.Text;

/// <summary>The top-level domains that make a bare name a link.</summary>
internal static class TopLevelDomains
{
    private static readonly FrozenSet<string> Names = Load();

    /// <summary>Case does not matter, but a capital at the start alone is a new sentence after a full stop.</summary>
    public static bool Contains(string name)
    {
        var lower = name.ToLowerInvariant();
        return (lower == name || lower[1..] != name[1..]) && Names.Contains(lower);
    }

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(TopLevelDomains).Assembly.GetManifestResourceStream("top-level-domains.txt")
            ?? throw new InvalidOperationException("The list of top-level domains is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
