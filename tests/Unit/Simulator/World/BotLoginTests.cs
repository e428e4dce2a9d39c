namespace TelegramRest.Tests.Unit.Simulator.World;

public sealed class BotLoginTests
{
    [Fact]
    public async Task Token_logs_in_and_self_is_seen()
    {
        await using var world = TestWorld.Open();
        var bot = await world.BotAsync("echo_bot");
        var client = world.Stranger();

        var answer = Assert.IsType<Tl.Auth.Authorization>(await client.CallAsync(Import(bot.Bot!.Token)));
        var self = Assert.IsType<Tl.User>(answer.User);
        var users = await client.CallAsync(new Tl.Users.GetUsers { Id = [new Tl.InputUserSelf()] });

        Assert.True(self is { Self: true, Bot: true, Username: "echo_bot", FirstName: "echo_bot" });
        Assert.Equal(self.Id, Assert.IsType<Tl.User>(Assert.Single(users)).Id);
        var state = await client.CallAsync(new Tl.Updates.GetState());
        Assert.True(state is { Pts: >= 1, Qts: >= 1, Seq: >= 1 });
    }

    [Theory]
    [InlineData("")]
    [InlineData("1:abc")]
    [InlineData("nonsense")]
    public async Task Unknown_token_is_refused(string token)
    {
        await using var world = TestWorld.Open();

        var error = await world.Stranger().FailAsync(Import(token));

        Assert.Equal((400, "ACCESS_TOKEN_INVALID"), (error.Code, error.Message));
    }

    [Fact]
    public async Task Wrong_data_centre_names_the_right_one()
    {
        await using var world = TestWorld.Open();
        var bot = await world.BotAsync("echo_bot", dc: 4);

        var error = await world.Stranger(dcId: 2).FailAsync(Import(bot.Bot!.Token));
        await world.Stranger(dcId: 4).CallAsync(Import(bot.Bot.Token));

        Assert.Equal((303, "USER_MIGRATE_4"), (error.Code, error.Message));
    }

    [Fact]
    public async Task Nobody_is_asked_to_log_in_and_bots_are_kept_from_what_people_do()
    {
        await using var world = TestWorld.Open();
        var bot = world.LogIn(await world.BotAsync("echo_bot"));
        var person = world.LogIn(await world.PersonAsync("Ann"));

        Assert.Equal((401, "AUTH_KEY_UNREGISTERED"), Of(await world.Stranger().FailAsync(new Tl.Updates.GetState())));
        Assert.Equal((400, "BOT_METHOD_INVALID"), Of(await bot.FailAsync(new Tl.Messages.GetDialogFilters())));
        Assert.Equal((400, "USER_BOT_REQUIRED"), Of(await person.FailAsync(new Tl.Help.SetBotUpdatesStatus { PendingUpdatesCount = 0, Message = "" })));
        Assert.Equal((400, "METHOD_INVALID"), Of(await person.FailAsync(new Tl.Help.GetSupport())));
    }

    [Fact]
    public async Task Log_out_unbinds_the_key()
    {
        await using var world = TestWorld.Open();
        var bot = world.LogIn(await world.BotAsync("echo_bot"));

        await bot.CallAsync(new Tl.Auth.LogOut());

        Assert.Equal((401, "AUTH_KEY_UNREGISTERED"), Of(await bot.FailAsync(new Tl.Updates.GetState())));
    }

    [Fact]
    public async Task Authorisation_is_carried_to_another_data_centre_once()
    {
        await using var world = TestWorld.Open();
        var bot = await world.BotAsync("echo_bot");
        var home = world.LogIn(bot);
        var elsewhere = world.Stranger(dcId: 4);

        var exported = await home.CallAsync(new Tl.Auth.ExportAuthorization { DcId = 4 });
        await elsewhere.CallAsync(new Tl.Auth.ImportAuthorization { Id = exported.Id, Bytes = exported.Bytes });

        Assert.Equal(bot.Id, elsewhere.UserId);
        Assert.Equal((303, "USER_MIGRATE_2"), Of(await elsewhere.FailAsync(new Tl.Updates.GetState())));
        Assert.Equal((400, "AUTH_BYTES_INVALID"), Of(await world.Stranger(4).FailAsync(new Tl.Auth.ImportAuthorization { Id = exported.Id, Bytes = exported.Bytes })));
        Assert.Equal((400, "DC_ID_INVALID"), Of(await home.FailAsync(new Tl.Auth.ExportAuthorization { DcId = 9 })));
    }

    private static (int, string) Of(TelegramRest.Simulator.Rpc.RpcError error) => (error.Code, error.Message);

    private static Tl.Auth.ImportBotAuthorization Import(string token) => new() { ApiId = 1, ApiHash = "hash", BotAuthToken = token };
}
