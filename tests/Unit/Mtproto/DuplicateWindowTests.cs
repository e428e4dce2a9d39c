using TelegramRest.Mtproto.Messages;

namespace TelegramRest.Tests.Unit.Mtproto;

public class DuplicateWindowTests
{
    [Fact]
    public void Repetitions_are_known_and_what_is_older_than_the_window_counts_as_one()
    {
        var window = new DuplicateWindow();
        for (var id = 1; id <= 1000; id++)
        {
            Assert.True(window.TryAdd(id * 4));
            Assert.False(window.TryAdd(id * 4));
        }

        Assert.False(window.TryAdd(4));
        Assert.True(window.Contains(4000));
        Assert.False(window.TryAdd((1000 - 255) * 4));
        Assert.False(window.TryAdd(((1000 - 255) * 4) - 1));
        Assert.True(window.TryAdd(4001));
    }

    [Fact]
    public void Order_does_not_matter_inside_the_window()
    {
        var window = new DuplicateWindow();
        foreach (var id in new long[] { 50, 10, 40, 20, 30 })
            Assert.True(window.TryAdd(id));
        foreach (var id in new long[] { 50, 10, 40, 20, 30 })
            Assert.False(window.TryAdd(id));
        Assert.True(window.TryAdd(5));
    }
}
