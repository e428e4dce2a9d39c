namespace TelegramRest.Simulator.Sessions.Messages;

/// <summary>A message to a client, kept until the client acknowledges it when its sequence number is odd.</summary>
internal sealed class OutgoingMessage(long id, int seqNo, byte[] body, InboundMessage? answerTo)
{
    public long Id { get; } = id;

    public int SeqNo { get; } = seqNo;

    public byte[] Body { get; } = body;

    public bool IsContent => (SeqNo & 1) != 0;

    /// <summary>The request that this answers; null for anything else.</summary>
    public InboundMessage? AnswerTo { get; } = answerTo;

    /// <summary>Time stamp of the last sending; 0 before the first.</summary>
    public long SentAt { get; set; }

    /// <summary>It waits to be sent.</summary>
    public bool IsQueued { get; set; }
}
