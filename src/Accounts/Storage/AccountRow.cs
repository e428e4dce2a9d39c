namespace TelegramRest.Accounts.Storage;

/// <summary>What is stored of an account besides its keys, sequence and queue.</summary>
/// <param name="AccountId">Queue id.</param>
/// <param name="Token">Protected bot token; null for a person.</param>
/// <param name="TokenHash">Hash of a user token's secret; null for a bot.</param>
/// <param name="Self">Boxed TL user; null before the login is complete.</param>
/// <param name="AuthorizedAt">Unix seconds of the login.</param>
/// <param name="AllowedUpdates">Bit mask of update kinds; negative for the default set.</param>
internal sealed record AccountRow(
    long AccountId, bool IsBot, bool IsTest, byte[]? Token, byte[]? TokenHash, int? HomeDc, byte[]? Self, long AuthorizedAt, long AllowedUpdates);
