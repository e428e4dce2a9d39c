namespace TelegramRest.Simulator.Sessions.Messages;

/// <summary>One message of a client, decrypted. The body lies in a buffer that is reused once the message has been taken in.</summary>
internal readonly record struct ClientMessage(long Salt, long SessionId, long Id, int SeqNo, ReadOnlyMemory<byte> Body)
{
    /// <summary>Odd sequence numbers ask for an acknowledgement.</summary>
    public bool IsContent => (SeqNo & 1) != 0;

    public uint ConstructorId => Body.Length < 4 ? 0 : System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(Body.Span);
}
