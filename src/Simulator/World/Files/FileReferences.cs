using System.Buffers.Binary;
using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Files;

/// <summary>
/// What a client must show with a file's id (https://core.telegram.org/api/file_reference): a generation, which a command can end, a period of half a day,
/// and a hash of both. A reference holds through its own period and the next one.
/// </summary>
internal sealed class FileReferences(SimulatorWorld world)
{
    private const int PeriodSeconds = 12 * 3600;
    private const int Length = 16;

    public byte[] Now(StoredFile file) => Make(file.Id, file.ReferenceGeneration, Period);

    /// <exception cref="RpcError">FILE_REFERENCE_EMPTY, FILE_REFERENCE_INVALID, FILE_REFERENCE_EXPIRED.</exception>
    public void Check(StoredFile file, ReadOnlyMemory<byte> reference)
    {
        if (reference.Length == 0)
            throw new RpcError(400, "FILE_REFERENCE_EMPTY");
        if (reference.Length != Length)
            throw new RpcError(400, "FILE_REFERENCE_INVALID");
        var (generation, period) = (BinaryPrimitives.ReadInt32LittleEndian(reference.Span), BinaryPrimitives.ReadInt32LittleEndian(reference.Span[4..]));
        if (!reference.Span.SequenceEqual(Make(file.Id, generation, period)))
            throw new RpcError(400, "FILE_REFERENCE_INVALID");
        if (generation != file.ReferenceGeneration || period < Period - 1)
            throw new RpcError(400, "FILE_REFERENCE_EXPIRED");
    }

    private int Period => world.Clock.Now / PeriodSeconds;

    private byte[] Make(long fileId, int generation, int period)
    {
        var input = new byte[16];
        BinaryPrimitives.WriteInt32LittleEndian(input, generation);
        BinaryPrimitives.WriteInt32LittleEndian(input.AsSpan(4), period);
        BinaryPrimitives.WriteInt64LittleEndian(input.AsSpan(8), fileId);
        var hash = world.Hashes.Sign(input);
        return [.. input.AsSpan(0, 8), .. hash.AsSpan(0, 8)];
    }
}
