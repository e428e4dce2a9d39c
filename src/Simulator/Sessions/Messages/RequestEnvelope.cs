namespace TelegramRest.Simulator.Sessions.Messages;

/// <summary>A request taken out of its wrappers, and what the wrappers said.</summary>
internal sealed class RequestEnvelope
{
    public Tl.TlMethod? Method { get; set; }

    /// <summary>0 when no <c>invokeWithLayer</c> stood around the request.</summary>
    public int Layer { get; set; }

    public ClientDescription? Client { get; set; }

    public bool WithoutUpdates { get; set; }

    public string? BusinessConnectionId { get; set; }

    public long? TakeoutId { get; set; }

    /// <summary>Requests that must have succeeded before this one runs.</summary>
    public List<long> After { get; } = [];
}
