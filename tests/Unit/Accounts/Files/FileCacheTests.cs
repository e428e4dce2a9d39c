using Microsoft.Extensions.Time.Testing;
using TelegramRest.Accounts.Files;

namespace TelegramRest.Tests.Unit.Accounts.Files;

public sealed class FileCacheTests : IDisposable
{
    private readonly TemporaryDirectory folder = new();
    private readonly FakeTimeProvider time = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_kept_file_can_be_read()
    {
        var cache = Cache(100);

        Put(cache, "1/photos/file_0.jpg", 10);

        using var file = cache.Open("1/photos/file_0.jpg", 10);
        Assert.Equal(10, file!.Length);
    }

    [Fact]
    public void What_was_used_longest_ago_makes_room()
    {
        var cache = Cache(30);
        Put(cache, "1/a", 10);
        Put(cache, "1/b", 10);
        Put(cache, "2/c", 10);
        cache.Open("1/a", 10)!.Dispose();

        Put(cache, "2/d", 10);

        Assert.True(cache.Contains("1/a"));
        Assert.False(cache.Contains("1/b"));
        Assert.False(File.Exists(cache.FullPath("1/b")));
        Assert.True(cache.Contains("2/c"));
        Assert.True(cache.Contains("2/d"));
    }

    [Fact]
    public void The_order_of_use_outlives_the_process()
    {
        var before = Cache(20);
        Put(before, "1/old", 10);
        time.Advance(TimeSpan.FromHours(1));
        Put(before, "1/new", 10);
        File.SetLastWriteTimeUtc(before.FullPath("1/old"), time.GetUtcNow().UtcDateTime.AddHours(-2));
        File.SetLastWriteTimeUtc(before.FullPath("1/new"), time.GetUtcNow().UtcDateTime.AddHours(-1));
        before.Open("1/old", 10)!.Dispose();

        var after = Cache(20);
        Put(after, "1/newest", 10);

        Assert.True(after.Contains("1/old"));
        Assert.False(after.Contains("1/new"));
    }

    [Fact]
    public void Half_a_file_of_a_killed_process_is_never_served()
    {
        var killed = Cache(100);
        var partial = killed.Reserve(10);
        File.WriteAllBytes(partial, new byte[5]);

        var cache = Cache(100);

        Assert.False(cache.Contains("partial/" + Path.GetFileName(partial)));
        Assert.False(File.Exists(partial));
    }

    [Fact]
    public void A_file_of_another_length_than_it_should_have_is_no_file()
    {
        var cache = Cache(100);
        Put(cache, "1/a", 10);
        File.WriteAllBytes(cache.FullPath("1/a"), new byte[3]);

        Assert.Null(cache.Open("1/a", 10));
        Assert.False(File.Exists(cache.FullPath("1/a")));
    }

    [Fact]
    public void What_is_being_read_is_read_to_its_end()
    {
        var cache = Cache(10);
        Put(cache, "1/a", 10);
        using var reader = cache.Open("1/a", 10)!;

        Put(cache, "1/b", 10);

        Assert.Equal(10, reader.Read(new byte[20]));
    }

    [Fact]
    public void What_does_not_arrive_takes_no_room()
    {
        var cache = Cache(20);
        Put(cache, "1/a", 10);
        var partial = cache.Reserve(10);
        File.WriteAllBytes(partial, new byte[4]);

        cache.Release(partial, 10);
        Put(cache, "1/b", 10);

        Assert.True(cache.Contains("1/a"));
        Assert.False(File.Exists(partial));
    }

    [Fact]
    public void An_accounts_files_go_with_it()
    {
        var cache = Cache(100);
        Put(cache, "1/a", 10);
        Put(cache, "12/b", 10);

        cache.Forget("1");

        Assert.False(cache.Contains("1/a"));
        Assert.True(cache.Contains("12/b"));
    }

    private FileCache Cache(long budget) => new(Path.Combine(folder.Path, "files"), budget, time);

    private static void Put(FileCache cache, string path, int size)
    {
        var partial = cache.Reserve(size);
        File.WriteAllBytes(partial, new byte[size]);
        cache.Keep(partial, path, size);
    }
}
