using TelegramRest.Simulator.Storage;

namespace TelegramRest.Tests.Unit.Simulator.Storage;

/// <summary>Parts of a file come in any order, at once, and twice.</summary>
public sealed class BlobStoreTests : IDisposable
{
    private const int PartBytes = 4096;

    private readonly BlobStore _blobs = BlobStore.Forgetful();

    public void Dispose() => _blobs.Dispose();

    [Theory]
    [InlineData(1024)]
    [InlineData(1000)]
    [InlineData(PartBytes)]
    public async Task The_last_part_may_come_first(int lastBytes)
    {
        var content = Content((3 * PartBytes) + lastBytes);

        for (var part = 3; part >= 0; part--)
            await PutAsync(content, part);

        Assert.Equal(content, await JoinAsync(4));
    }

    [Fact]
    public async Task Parts_come_at_once_and_twice()
    {
        for (var round = 0; round < 20; round++)
        {
            var content = Content((15 * PartBytes) + 1024);

            await Task.WhenAll(Enumerable.Range(0, 32).Select(n => Task.Run(() => PutAsync(content, n % 16))));

            Assert.Equal(content, await JoinAsync(16));
        }
    }

    private static byte[] Content(int length)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);
        return content;
    }

    private Task PutAsync(byte[] content, int part)
    {
        var at = part * PartBytes;
        return _blobs.PutPartAsync(1, 2, part, content.AsMemory(at, Math.Min(PartBytes, content.Length - at)), CancellationToken.None);
    }

    private async Task<byte[]> JoinAsync(int parts)
    {
        var length = await _blobs.JoinPartsAsync(1, 2, parts, "joined", CancellationToken.None);
        return (await _blobs.ReadAsync("joined", 0, (int)length, CancellationToken.None))!;
    }
}
