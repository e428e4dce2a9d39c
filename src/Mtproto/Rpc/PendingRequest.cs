namespace TelegramRest.Mtproto.Rpc;

/// <summary>A request on its way: waiting to be sent, or sent and not answered. Guarded by its session's lock, but for its completion.</summary>
internal abstract class PendingRequest
{
    /// <summary>The query without any header.</summary>
    public abstract Tl.TlMethod Query { get; }

    /// <summary>Of the sending that counts now; 0 while waiting.</summary>
    public long MessageId { get; set; }

    /// <summary>Of the container it went in; 0 for none.</summary>
    public long ContainerId { get; set; }

    public TimeSpan QueuedAt { get; init; }

    public TimeSpan SentAt { get; set; }

    /// <summary>How often it was sent.</summary>
    public int Sendings { get; set; }

    /// <summary>It went with the header that introduces the client.</summary>
    public bool Introduced { get; set; }

    /// <summary>The server refused a container with it: it travels alone from now on.</summary>
    public bool Alone { get; set; }

    public abstract bool IsDone { get; }

    /// <summary>Reads the answer and hands it to the caller.</summary>
    /// <exception cref="Tl.TlException">The answer cannot be read.</exception>
    public abstract void Complete(ref Tl.TlReader reader);

    public abstract void Fail(Exception exception);

    public abstract void Cancel(CancellationToken cancellationToken);
}
