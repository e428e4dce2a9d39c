namespace TelegramRest.Simulator.Rpc;

/// <summary>How one method is answered: at once under the world's lock, or in its own time outside of it.</summary>
internal sealed record Route(Access Access, Func<Caller, Tl.TlMethod, object>? Now, Func<Caller, Tl.TlMethod, CancellationToken, Task<object>>? Later);
