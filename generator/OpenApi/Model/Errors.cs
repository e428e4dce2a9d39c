namespace TelegramRest.Generator.OpenApi.Model;

/// <summary>
/// The texts of <c>x-error</c>: one for every constraint, or a map by what was broken —
/// required, json, type, item, value, rows, unknown, none, parse, maxItems, range, length, minLength, pattern, accounts.
/// </summary>
internal sealed class Errors(string? all, IReadOnlyDictionary<string, string> byConstraint)
{
    public static readonly Errors None = new(null, new Dictionary<string, string>());

    public string? this[string constraint] => byConstraint.GetValueOrDefault(constraint) ?? all;

    /// <summary>Only a text written for this very constraint.</summary>
    public string? Exact(string constraint) => byConstraint.GetValueOrDefault(constraint);
}
