namespace TelegramRest.Mtproto.Files;

/// <summary>A piece of a file in a buffer from the shared pool; goes back by <see cref="Return"/>.</summary>
internal readonly record struct FilePart(byte[] Buffer, int Length)
{
    public ReadOnlyMemory<byte> Bytes => Buffer.AsMemory(0, Length);

    public void Return() => System.Buffers.ArrayPool<byte>.Shared.Return(Buffer);
}
