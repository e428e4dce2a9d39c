namespace TelegramRest.Accounts;

/// <summary>Where a data centre listens: <c>--dc ID=HOST:PORT</c>.</summary>
public sealed record DcAddress(int Id, string Host, int Port);
