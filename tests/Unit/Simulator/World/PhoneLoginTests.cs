using TelegramRest.Simulator.World.Logins;

namespace TelegramRest.Tests.Unit.Simulator.World;

public sealed class PhoneLoginTests
{
    private const string Phone = "9996621111";

    [Fact]
    public async Task Code_logs_in()
    {
        await using var world = TestWorld.Open();
        var person = world.World.Roster.AddPerson(Phone, "Ann", "", 2);
        var client = world.Stranger();

        var sent = await SendCodeAsync(client);
        var answer = await client.CallAsync(SignIn(sent, "22222"));

        Assert.Equal(5, Assert.IsType<Tl.Auth.SentCodeTypeSms>(sent.Type).Length);
        Assert.Equal(person.Id, Assert.IsType<Tl.User>(Assert.IsType<Tl.Auth.Authorization>(answer).User).Id);
        Assert.Equal("PHONE_CODE_EXPIRED", (await client.FailAsync(SignIn(sent, "22222"))).Message);
    }

    [Fact]
    public async Task Code_goes_to_the_app_when_there_is_one()
    {
        await using var world = TestWorld.Open();
        var person = world.World.Roster.AddPerson(Phone, "Ann", "", 2);
        world.LogIn(person);

        var sent = await SendCodeAsync(world.Stranger());

        Assert.IsType<Tl.Auth.SentCodeTypeApp>(sent.Type);
        var message = (Tl.Message)Assert.IsType<Tl.UpdateNewMessage>(Assert.Single(world.Pusher.To(person.Id))).Message;
        Assert.Contains("22222", message.MessageValue, StringComparison.Ordinal);
        Assert.Equal(777000, Assert.IsType<Tl.PeerUser>(message.PeerId).UserId);
    }

    [Fact]
    public async Task Wrong_codes_are_counted()
    {
        await using var world = TestWorld.Open();
        world.World.Roster.AddPerson(Phone, "Ann", "", 2);
        var client = world.Stranger();
        var sent = await SendCodeAsync(client);

        Assert.Equal("PHONE_CODE_EMPTY", (await client.FailAsync(SignIn(sent, ""))).Message);
        for (var attempt = 0; attempt < 5; attempt++)
            Assert.Equal("PHONE_CODE_INVALID", (await client.FailAsync(SignIn(sent, "00000"))).Message);
        Assert.Equal("PHONE_CODE_EXPIRED", (await client.FailAsync(SignIn(sent, "22222"))).Message);
    }

    [Fact]
    public async Task Code_expires()
    {
        await using var world = TestWorld.Open();
        world.World.Roster.AddPerson(Phone, "Ann", "", 2);
        var client = world.Stranger();
        var sent = await SendCodeAsync(client);

        world.Time.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal("PHONE_CODE_EXPIRED", (await client.FailAsync(SignIn(sent, "22222"))).Message);
    }

    [Fact]
    public async Task Unknown_number_signs_up_after_the_code()
    {
        await using var world = TestWorld.Open();
        var client = world.Stranger();
        var sent = await SendCodeAsync(client);
        var signUp = new Tl.Auth.SignUp { PhoneNumber = Phone, PhoneCodeHash = sent.PhoneCodeHash, FirstName = "Ann", LastName = "Bee" };

        Assert.Equal("PHONE_CODE_INVALID", (await client.FailAsync(signUp)).Message);
        Assert.IsType<Tl.Auth.AuthorizationSignUpRequired>(await client.CallAsync(SignIn(sent, "22222")));
        var user = Assert.IsType<Tl.User>(Assert.IsType<Tl.Auth.Authorization>(await client.CallAsync(signUp)).User);

        Assert.Equal(("Ann", "Bee", Phone), (user.FirstName, user.LastName, user.Phone));
    }

    [Fact]
    public async Task Password_is_asked_for_and_checked()
    {
        await using var world = TestWorld.Open();
        var person = world.World.Roster.AddPerson(Phone, "Ann", "", 2);
        person.Password = SrpGroup.NewVerifier("secret", "the usual", null);
        var client = world.Stranger();
        var sent = await SendCodeAsync(client);

        var needed = await client.FailAsync(SignIn(sent, "22222"));
        Assert.Equal((401, "SESSION_PASSWORD_NEEDED"), (needed.Code, needed.Message));

        var question = await client.CallAsync(new Tl.Account.GetPassword());
        Assert.True(question is { HasPassword: true, Hint: "the usual" });
        Assert.Equal("PASSWORD_HASH_INVALID", (await client.FailAsync(new Tl.Auth.CheckPassword { Password = SrpClient.Answer(question, "wrong") })).Message);
        Assert.Equal("SRP_ID_INVALID", (await client.FailAsync(new Tl.Auth.CheckPassword { Password = SrpClient.Answer(question, "secret") })).Message);

        var again = await client.CallAsync(new Tl.Account.GetPassword());
        await client.CallAsync(new Tl.Auth.CheckPassword { Password = SrpClient.Answer(again, "secret") });
        Assert.Equal(person.Id, client.UserId);
    }

    [Fact]
    public async Task Password_is_set_changed_and_removed()
    {
        await using var world = TestWorld.Open();
        var person = world.World.Roster.AddPerson(Phone, "Ann", "", 2);
        var client = world.LogIn(person);

        var question = await client.CallAsync(new Tl.Account.GetPassword());
        Assert.False(question.HasPassword);
        await client.CallAsync(new Tl.Account.UpdatePasswordSettings { Password = new Tl.InputCheckPasswordEmpty(), NewSettings = SrpClient.NewSettings(question, "first", "one") });

        question = await client.CallAsync(new Tl.Account.GetPassword());
        Assert.True(question is { HasPassword: true, Hint: "one" });
        Assert.Equal("PASSWORD_HASH_INVALID", (await client.FailAsync(new Tl.Account.UpdatePasswordSettings { Password = new Tl.InputCheckPasswordEmpty(), NewSettings = SrpClient.NewSettings(question, "second", "") })).Message);

        question = await client.CallAsync(new Tl.Account.GetPassword());
        var removal = new Tl.Account.PasswordInputSettings { NewAlgo = new Tl.PasswordKdfAlgoUnknown(), NewPasswordHash = ReadOnlyMemory<byte>.Empty, Hint = "" };
        await client.CallAsync(new Tl.Account.UpdatePasswordSettings { Password = SrpClient.Answer(question, "first"), NewSettings = removal });
        Assert.False((await client.CallAsync(new Tl.Account.GetPassword())).HasPassword);
    }

    [Theory]
    [InlineData("12", "PHONE_NUMBER_INVALID")]
    [InlineData("not a number", "PHONE_NUMBER_INVALID")]
    [InlineData("1234567890123456", "PHONE_NUMBER_INVALID")]
    public async Task Bad_number_is_refused(string phone, string error)
    {
        await using var world = TestWorld.Open();

        Assert.Equal(error, (await world.Stranger().FailAsync(Code(phone))).Message);
    }

    [Fact]
    public async Task Number_of_another_data_centre_migrates()
    {
        await using var world = TestWorld.Open();
        world.World.Roster.AddPerson(Phone, "Ann", "", 4);

        var error = await world.Stranger().FailAsync(Code(Phone));

        Assert.Equal((303, "PHONE_MIGRATE_4"), (error.Code, error.Message));
    }

    [Fact]
    public async Task Other_sessions_are_listed_and_ended()
    {
        await using var world = TestWorld.Open();
        var person = await world.PersonAsync("Ann");
        var first = world.LogIn(person);
        var second = world.LogIn(person);

        var list = await first.CallAsync(new Tl.Account.GetAuthorizations());
        await first.CallAsync(new Tl.Account.ResetAuthorization { Hash = second.Key.Id });

        Assert.Equal(2, list.AuthorizationsValue.Length);
        Assert.Equal(0, Assert.Single(list.AuthorizationsValue, each => each.Current).Hash);
        Assert.Equal([second.Key.Id], world.Pusher.Revoked);
    }

    private static async Task<Tl.Auth.SentCode> SendCodeAsync(TestClient client) => Assert.IsType<Tl.Auth.SentCode>(await client.CallAsync(Code(Phone)));

    private static Tl.Auth.SendCode Code(string phone) => new() { PhoneNumber = phone, ApiId = 1, ApiHash = "hash", Settings = new Tl.CodeSettings() };

    private static Tl.Auth.SignIn SignIn(Tl.Auth.SentCode sent, string code) => new() { PhoneNumber = Phone, PhoneCodeHash = sent.PhoneCodeHash, PhoneCode = code };
}
