using TelegramRest.Mtproto;
using TelegramRest.Simulator.Sessions.Faults;
using TelegramRest.Tests.Unit.Mtproto.Scripted;
using TelegramRest.Wire;

namespace TelegramRest.Tests.Unit.Mtproto.Simulated;

/// <summary>The engine against a Telegram that was written apart from it, and against the faults that it can be told to have.</summary>
public class SimulatorTests
{
    [Fact]
    public async Task Key_is_made_and_the_addresses_of_all_data_centres_are_learnt()
    {
        await using var telegram = await Telegram.StartAsync();
        await telegram.Client.ConnectAsync(CancellationToken.None).InTime();
        var config = await telegram.Client.InvokeAsync(new Tl.Help.GetConfig(), CancellationToken.None).InTime();
        Assert.Equal(2, config.ThisDc);
        Assert.Single(telegram.Store.Keys);
        var other = await telegram.Client.InvokeAsync(new Tl.Help.GetNearestDc(), 4, CancellationToken.None).InTime();
        Assert.Equal(4, other.ThisDc);
        Assert.Equal([2, 4], telegram.Store.Keys.Keys.Order());
    }

    [Fact]
    public async Task Foreign_rsa_key_is_an_error_and_not_a_wait()
    {
        await using var telegram = await Telegram.StartAsync();
        var options = telegram.NewOptions(RsaPrivateKey.Generate().PublicKey);
        await using var client = new MtprotoClient(options, new MemoryAuthStore(), telegram.Listener, isBot: true);
        await Assert.ThrowsAsync<RpcTransportException>(() => client.ConnectAsync(CancellationToken.None).InTime());
    }

    [Fact]
    public async Task Bot_logs_in_and_is_still_logged_in_with_the_stored_key()
    {
        await using var telegram = await Telegram.StartLoggedInAsync();
        Assert.True(telegram.Client.IsAuthorized);
        await telegram.Client.CloseAsync();

        await using var again = new MtprotoClient(telegram.Options, telegram.Store, telegram.Listener, isBot: true);
        var users = await again.InvokeAsync(new Tl.Users.GetUsers { Id = [new Tl.InputUserSelf()] }, CancellationToken.None).InTime();
        Assert.Equal(telegram.Seed.BotId, Assert.IsType<Tl.User>(Assert.Single(users)).Id);
    }

    [Fact]
    public async Task Account_that_lives_elsewhere_is_followed()
    {
        await using var telegram = await Telegram.StartAsync();
        telegram.Store.HomeDc = 4;
        await telegram.Client.ConnectAsync(CancellationToken.None).InTime();
        Assert.Equal(4, (await telegram.AskAsync()).ThisDc);

        // The bot lives in data centre 2, and data centre 4 says so.
        await telegram.LogInAsync();
        Assert.Equal((2, 2), (telegram.Client.HomeDc, telegram.Store.HomeDc));
        Assert.True(telegram.Store.Keys[2].Authorized);
        Assert.False(telegram.Store.Keys[4].Authorized);
        Assert.Equal(2, (await telegram.AskAsync()).ThisDc);
    }

    [Fact]
    public async Task Authorisation_is_carried_to_another_data_centre_and_again_when_it_forgets()
    {
        await using var telegram = await Telegram.StartLoggedInAsync();
        for (var i = 0; i < 2; i++)
        {
            var users = await telegram.Client.InvokeAsync(new Tl.Users.GetUsers { Id = [new Tl.InputUserSelf()] }, 5, CancellationToken.None).InTime();
            Assert.Single(users);
            Assert.True(telegram.Store.Keys[5].Authorized);
            telegram.Simulator.Faults.Add(new FaultRule(FaultKind.Error, Method: "users.getUsers", Code: 401, Message: "AUTH_KEY_UNREGISTERED"));
        }
    }

    [Fact]
    public async Task New_salts_forgotten_sessions_and_dropped_connections_go_unnoticed()
    {
        await using var telegram = await Telegram.StartLoggedInAsync();
        telegram.Simulator.RotateSalts();
        await telegram.AskAsync();
        telegram.Simulator.DropConnections();
        await telegram.AskAsync();
        telegram.Simulator.ForgetSessions();
        await telegram.AskAsync();
        telegram.Simulator.Faults.Add(new FaultRule(FaultKind.UnknownKey));
        await telegram.AskAsync();
    }

    [Theory]
    [InlineData(FaultKind.DropBefore)]
    [InlineData(FaultKind.DropAfter)]
    public async Task Connection_that_drops_in_mid_request_costs_nothing(FaultKind kind)
    {
        await using var telegram = await Telegram.StartLoggedInAsync();
        telegram.Simulator.Faults.Add(new FaultRule(kind, Times: 3, Method: "help.getNearestDc"));
        Assert.Equal(2, (await telegram.AskAsync()).ThisDc);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(20)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(64)]
    public async Task Refused_messages_are_mended(int code)
    {
        await using var telegram = await Telegram.StartLoggedInAsync();
        telegram.Simulator.Faults.Add(new FaultRule(FaultKind.BadMessage, Times: 2, Code: code));
        Assert.Equal(2, (await telegram.AskAsync()).ThisDc);
    }
}
