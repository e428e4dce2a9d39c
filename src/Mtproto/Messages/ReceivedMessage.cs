namespace TelegramRest.Mtproto.Messages;

/// <summary>A decrypted message whose key was right; its body lies in the receive buffer.</summary>
internal readonly ref struct ReceivedMessage(long SessionId, long MessageId, int SequenceNumber, ReadOnlySpan<byte> Body)
{
    public long SessionId { get; } = SessionId;

    public long MessageId { get; } = MessageId;

    /// <summary>Odd when the message must be acknowledged.</summary>
    public int SequenceNumber { get; } = SequenceNumber;

    public ReadOnlySpan<byte> Body { get; } = Body;
}
