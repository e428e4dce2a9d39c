namespace TelegramRest.Tests.Contract.Harness;

/// <summary>Whose calls a test makes.</summary>
/// <param name="Path"><c>/bot&lt;token&gt;</c> or <c>/user&lt;token&gt;</c>.</param>
/// <param name="Id">The account's user id.</param>
/// <param name="Username">Without the at sign; null without one.</param>
public sealed record ApiAccount(string Path, long Id, string? Username)
{
    public string Token => Path[(Path.StartsWith("/bot", StringComparison.Ordinal) ? 4 : 5)..];
}
