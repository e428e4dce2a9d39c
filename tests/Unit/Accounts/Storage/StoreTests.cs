using Microsoft.Extensions.Logging.Abstractions;
using TelegramRest.Accounts.Storage;

namespace TelegramRest.Tests.Unit.Accounts.Storage;

public sealed class StoreTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Fact]
    public async Task What_was_acknowledged_is_there_after_a_kill()
    {
        using var copy = new TemporaryDirectory();
        await using var store = Open(directory.Path);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(n => store.WriteAsync(session => StateTable.PutChannel(session, 1, n, n + 1))));

        // What a killed process leaves behind: the files as they are, nothing closed.
        foreach (var file in Directory.GetFiles(directory.Path, "accounts.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            System.IO.File.Copy(file, Path.Combine(copy.Path, Path.GetFileName(file)));
        }

        await using var reopened = Open(copy.Path);
        var channels = reopened.Read(session => StateTable.Channels(session, 1));
        Assert.Equal(Enumerable.Range(0, 200).Select(n => ((long)n, n + 1)), channels.Order());
    }

    [Fact]
    public async Task A_write_is_whole_or_not_at_all()
    {
        await using var store = Open(directory.Path);

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.WriteAsync(session =>
        {
            StateTable.PutChannel(session, 1, 5, 5);
            throw new InvalidOperationException("half way");
        }));

        Assert.Empty(store.Read(session => StateTable.Channels(session, 1)));
    }

    [Fact]
    public async Task A_bad_write_does_not_take_its_neighbours_with_it()
    {
        await using var store = Open(directory.Path);
        var writes = Enumerable.Range(0, 20).Select(n => store.WriteAsync(session =>
        {
            StateTable.PutChannel(session, 1, n, n);
            if (n == 7)
            {
                throw new InvalidOperationException("bad");
            }
        })).ToList();

        await Assert.ThrowsAsync<InvalidOperationException>(() => writes[7]);
        await Task.WhenAll(writes.Where((_, n) => n != 7));

        Assert.Equal(19, store.Read(session => StateTable.Channels(session, 1)).Count);
    }

    [Fact]
    public async Task A_min_peer_never_replaces_a_full_one()
    {
        await using var store = Open(directory.Path);
        await store.WriteAsync(session => PeerTable.Put(session, 1, new PeerRow(9, 42, false, "name", [1])));
        await store.WriteAsync(session => PeerTable.Put(session, 1, new PeerRow(9, 43, true, null, [2])));

        var row = store.Read(session => PeerTable.FindByUsername(session, 1, "name"));

        Assert.Equal(42, row?.AccessHash);
        Assert.Equal([1], row!.Object);
    }

    [Fact]
    public void Secrets_are_not_stored_as_they_are_and_open_again()
    {
        var secret = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
        var sealedSecret = Vault.Open(directory.Path).Protect(secret);

        Assert.DoesNotContain("AAHdqTcv", System.Text.Encoding.Latin1.GetString(sealedSecret), StringComparison.Ordinal);
        Assert.Equal(secret, Vault.Open(directory.Path).OpenText(sealedSecret));
    }

    [Fact]
    public async Task Files_are_readable_by_their_owner_alone()
    {
        await using var store = Open(directory.Path);
        Vault.Open(directory.Path).Protect("x");

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(Path.Combine(directory.Path, "accounts.db")));
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new DirectoryInfo(Path.Combine(directory.Path, "keys")).UnixFileMode);
        }
    }

    public void Dispose() => directory.Dispose();

    private static Store Open(string path) => Store.Open(path, durable: false, NullLogger.Instance);
}
