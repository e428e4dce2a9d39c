namespace TelegramRest.Simulator.Sessions;

/// <summary>One login of an account, as <c>account.getAuthorizations</c> lists it. Times are Unix seconds.</summary>
internal sealed record AuthorizedKey(long AuthKeyId, int DcId, int Layer, ClientDescription? Client, string RemoteAddress, int CreatedAt, int ActiveAt);
