namespace TelegramRest.Tests.Unit.Mtproto.Scripted;

/// <summary>Ends a test that would otherwise wait for ever; no test waits for it when all is well.</summary>
internal static class Deadline
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static CancellationToken Token() => new CancellationTokenSource(Limit).Token;

    public static Task<T> InTime<T>(this Task<T> task) => task.WaitAsync(Limit);

    public static Task InTime(this Task task) => task.WaitAsync(Limit);
}
