using System.Buffers.Binary;

namespace TelegramRest.Tests.Unit.Simulator.Sessions;

/// <summary>One message from the server, out of its envelope and container.</summary>
internal sealed record ServerMessage(long Id, int SeqNo, byte[] Body)
{
    public uint ConstructorId => BinaryPrimitives.ReadUInt32LittleEndian(Body);

    /// <summary>A long of the body, at a byte offset.</summary>
    public long Int64At(int offset) => BinaryPrimitives.ReadInt64LittleEndian(Body.AsSpan(offset));

    public int Int32At(int offset) => BinaryPrimitives.ReadInt32LittleEndian(Body.AsSpan(offset));
}
