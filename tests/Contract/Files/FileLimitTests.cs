using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Files;

/// <summary>Outside of local mode files above 20 MiB cannot be fetched, unless the server was told so.</summary>
public sealed class FileLimitTests
{
    private const int TooMuch = (20 << 20) + 1;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_limit_is_20_MiB_unless_it_is_lifted(bool lifted)
    {
        await using var own = await OwnServer.StartAsync(options => (options.Local, options.NoFileLimit) = (false, lifted));
        var exchange = await FileExchange.BeginAsync(own.Fixture);
        var fileId = await exchange.SendAsync(FileExchange.Content(TooMuch));

        var answer = await exchange.TryGetFileAsync(fileId);

        if (lifted)
            Assert.Equal(TooMuch, (int)answer.Result["file_size"]!);
        else
            answer.Fails(400, "Bad Request: file is too big");
        Assert.Empty(own.Fixture.Logs.TakeErrors());
    }

    [Fact]
    public async Task A_cache_without_room_still_serves()
    {
        await using var own = await OwnServer.StartAsync(options => options.FileCacheMebibytes = 0);
        var exchange = await FileExchange.BeginAsync(own.Fixture);
        var content = FileExchange.Content(2_000_000);
        var path = await exchange.PathOfAsync(content);

        using var first = await exchange.FetchAsync(path);
        using var second = await exchange.FetchAsync(path);

        Assert.Equal(content, await first.Content.ReadAsByteArrayAsync());
        Assert.Equal(content, await second.Content.ReadAsByteArrayAsync());
        Assert.Empty(own.Fixture.Logs.TakeErrors());
    }
}
