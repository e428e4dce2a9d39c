using TelegramRest.Mtproto.Rpc;
using TelegramRest.Tests.Unit.Mtproto.Scripted;

namespace TelegramRest.Tests.Unit.Mtproto;

public class KeepAliveTests
{
    private readonly KeepAlive keepAlive = new(new TestRandom());

    [Fact]
    public void Idle_connection_is_pinged_once_a_minute()
    {
        keepAlive.Connected(At(0));
        Assert.True(keepAlive.TakePing(At(0), null));
        Assert.False(keepAlive.TakePing(At(1), null));
        keepAlive.Received(At(1));
        Assert.Equal(At(60), keepAlive.Due(null));
        Assert.False(keepAlive.TakePing(At(59), null));
        Assert.True(keepAlive.TakePing(At(60), null));
    }

    [Fact]
    public void Ping_that_stays_silent_means_death_and_any_word_means_life()
    {
        keepAlive.Connected(At(0));
        keepAlive.TakePing(At(0), null);
        Assert.Equal(At(15), keepAlive.Due(null));
        Assert.False(keepAlive.IsDead(At(14)));
        Assert.True(keepAlive.IsDead(At(15)));
        keepAlive.Received(At(14));
        Assert.False(keepAlive.IsDead(At(29)));
    }

    [Fact]
    public void Answer_that_is_owed_brings_the_ping_forward()
    {
        keepAlive.Connected(At(0));
        keepAlive.TakePing(At(0), null);
        keepAlive.Received(At(1));
        Assert.Equal(At(15), keepAlive.Due(At(5)));
        keepAlive.Received(At(12));
        Assert.Equal(At(22), keepAlive.Due(At(5)));
        Assert.True(keepAlive.TakePing(At(22), At(5)));
        Assert.True(keepAlive.IsDead(At(37)));
    }

    private static TimeSpan At(int seconds) => TimeSpan.FromSeconds(seconds);
}
