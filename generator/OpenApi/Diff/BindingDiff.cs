using TelegramRest.Generator.OpenApi.Read;

namespace TelegramRest.Generator.OpenApi.Diff;

/// <summary>Compares what decides how a request is read, beside its shape: the extensions.</summary>
internal sealed class BindingDiff(ChangeList changes)
{
    /// <summary>What changes the meaning of a request that stays the same.</summary>
    private static readonly string[] Meanings = ["default", "x-unless", "x-chosen-by", "x-keep-empty"];

    private static readonly string[] Flags = ["x-upload", "x-strict"];

    public void Compare(SpecNode before, SpecNode after)
    {
        foreach (var alias in before.Texts("x-aliases").Except(after.Texts("x-aliases")))
        {
            changes.Breaking(after, $"the alias {alias} is gone");
        }

        foreach (var alias in after.Texts("x-aliases").Except(before.Texts("x-aliases")))
        {
            changes.Additive(after, $"the alias {alias} is new");
        }

        var was = before.FindText("x-on-violation");
        var now = after.FindText("x-on-violation");
        if (was != now)
        {
            changes.Add(now == "error" ? Severity.Breaking : Severity.Additive, after, $"on a violation: {now ?? "nothing"} instead of {was ?? "nothing"}");
        }
        else if (!SchemaDiff.AreEqual(before.Find("x-error"), after.Find("x-error")))
        {
            changes.Additive(after, "the text of an error changed");
        }

        foreach (var flag in Flags.Where(flag => before.Flag(flag) != after.Flag(flag)))
        {
            changes.Add(after.Flag(flag) ? Severity.Breaking : Severity.Additive, after, $"{flag} is {(after.Flag(flag) ? "set" : "gone")}");
        }

        if (before.FindText("x-shorthand") is var shorthand && after.FindText("x-shorthand") is var newShorthand && shorthand != newShorthand)
        {
            changes.Add(shorthand is null ? Severity.Additive : Severity.Breaking, after, $"a bare text stands for {newShorthand ?? "nothing"} instead of {shorthand ?? "nothing"}");
        }

        CompareAccounts(before, after);
        foreach (var meaning in Meanings.Where(meaning => !SchemaDiff.AreEqual(before.Find(meaning), after.Find(meaning))))
        {
            changes.Breaking(after, $"{meaning} changed");
        }
    }

    private void CompareAccounts(SpecNode before, SpecNode after)
    {
        var was = before.Has("x-accounts") ? before.Texts("x-accounts") : ["bot", "user"];
        var now = after.Has("x-accounts") ? after.Texts("x-accounts") : ["bot", "user"];
        foreach (var account in was.Except(now))
        {
            changes.Breaking(after, $"the account {account} may not give it any more");
        }

        foreach (var account in now.Except(was))
        {
            changes.Additive(after, $"the account {account} may give it");
        }
    }
}
