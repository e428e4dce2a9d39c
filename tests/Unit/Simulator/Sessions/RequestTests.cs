using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.Sessions;

namespace TelegramRest.Tests.Unit.Simulator.Sessions;

public sealed class RequestTests
{
    private static readonly byte[] Request = RawClient.Bytes(new Tl.Help.GetNearestDc());

    [Fact]
    public async Task The_layer_and_the_device_are_kept_with_the_key()
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync(layer: 0);
        RpcContext? seen = null;
        var answer = server.Dispatcher.Answer;
        server.Dispatcher.Answer = (context, method) => answer(seen = context, method);

        await client.ResultAsync(await client.SendAsync(Bodies.WithLayer(224, Request)));
        await client.ResultAsync(await client.SendAsync(Request));

        Assert.Equal(224, seen!.Layer);
        Assert.Equal(new ClientDescription(12345, "device", "system", "app", "en", "pack", "en"), seen.Client);
    }

    [Fact]
    public async Task Without_a_layer_nothing_runs()
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync(layer: 0);

        Assert.Equal((400, "CONNECTION_NOT_INITED"), await client.ErrorAsync(await client.SendAsync(Request)));
    }

    [Fact]
    public async Task Answers_are_written_in_the_callers_layer()
    {
        await using var server = TestServer.Start();
        server.Dispatcher.Answer = (_, _) => new(new Tl.UserBase[] { new Tl.User { Id = 9, Self = true, FirstName = "Ada" } });
        await using var old = await server.ClientAsync(layer: 223, sessionId: 1);
        await using var young = await server.ClientAsync(layer: Tl.Schema.Layer, sessionId: 2);
        var getUsers = new Tl.Users.GetUsers { Id = [new Tl.InputUserSelf()] };

        var oldAnswer = await old.ResultAsync(await old.CallAsync(getUsers));
        var youngAnswer = await young.ResultAsync(await young.CallAsync(getUsers));

        Assert.Equal(0x31774388u, BitConverter.ToUInt32(oldAnswer, 8));
        Assert.Equal(new Tl.User { Id = 9 }.ConstructorId, BitConverter.ToUInt32(youngAnswer, 8));
    }

    [Fact]
    public async Task An_answer_is_given_without_what_the_layer_lacks()
    {
        await using var server = TestServer.Start();
        server.Dispatcher.Answer = (_, _) => new(new Tl.Messages.Chats
        {
            ChatsValue = [new Tl.Community { Id = 1, Title = "", Photo = new Tl.ChatPhotoEmpty() }, new Tl.ChatForbidden { Id = 2, Title = "" }],
        });
        await using var client = await server.ClientAsync(layer: 223);

        var result = await client.ResultAsync(await client.CallAsync(new Tl.Messages.GetChats { Id = [1] }));

        Assert.IsType<Tl.ChatForbidden>(Assert.Single(Read(result).ChatsValue));

        static Tl.Messages.Chats Read(byte[] bytes)
        {
            var reader = new Tl.TlReader(bytes);
            return reader.Read<Tl.Messages.Chats>();
        }
    }

    [Fact]
    public async Task An_answer_that_the_layer_lacks_altogether_is_an_error()
    {
        await using var server = TestServer.Start();
        server.Dispatcher.Answer = (_, _) => new(new Tl.Messages.ChatFull
        {
            FullChat = new Tl.CommunityFull { Id = 1, About = "", ChatPhoto = new Tl.PhotoEmpty(), LinkedPeers = [] },
            Chats = [],
            Users = [],
        });
        await using var client = await server.ClientAsync(layer: 223);

        Assert.Equal((406, "UPDATE_APP_REQUIRED"), await client.ErrorAsync(await client.CallAsync(new Tl.Messages.GetFullChat { ChatId = 1 })));
    }

    [Fact]
    public async Task A_failure_of_the_simulator_itself_is_answered()
    {
        await using var server = TestServer.Start();
        server.Dispatcher.Answer = (_, _) => throw new InvalidOperationException("a mistake");
        await using var client = await server.ClientAsync();

        Assert.Equal((400, "SIMULATOR_FAILURE"), await client.ErrorAsync(await client.SendAsync(Request)));
    }

    [Theory]
    [InlineData(144)]
    [InlineData(222)]
    public async Task A_layer_older_than_any_known_is_refused(int layer)
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync(layer: 0);

        Assert.Equal((406, "UPDATE_APP_TO_LOGIN"), await client.ErrorAsync(await client.SendAsync(Bodies.WithLayer(layer, Request))));
    }

    [Fact]
    public async Task A_layer_newer_than_any_known_is_answered_in_the_newest_known()
    {
        await using var server = TestServer.Start();
        RpcContext? seen = null;
        var answer = server.Dispatcher.Answer;
        server.Dispatcher.Answer = (context, method) => answer(seen = context, method);
        await using var client = await server.ClientAsync(layer: 0);

        await client.ResultAsync(await client.SendAsync(Bodies.WithLayer(Tl.Schema.Layer + 5, Request)));

        Assert.Equal(Tl.Schema.Layer, seen!.Layer);
    }

    [Fact]
    public async Task A_long_answer_is_packed()
    {
        await using var server = TestServer.Start();
        server.Dispatcher.Answer = (_, _) => new(new Tl.NearestDc { Country = new string('x', 5000), ThisDc = 2, NearestDcValue = 2 });
        await using var client = await server.ClientAsync();

        var answer = Bodies.Unzip(await client.ResultAsync(await client.SendAsync(Request)));

        var reader = new Tl.TlReader(answer);
        Assert.Equal(5000, Assert.IsType<Tl.NearestDc>(reader.ReadObject()).Country.Length);
    }

    [Fact]
    public async Task Errors_are_answers()
    {
        await using var server = TestServer.Start();
        server.Dispatcher.Answer = (_, _) => throw new RpcError(420, "FLOOD_WAIT_7");
        await using var client = await server.ClientAsync();

        Assert.Equal((420, "FLOOD_WAIT_7"), await client.ErrorAsync(await client.SendAsync(Request)));
    }

    [Fact]
    public async Task An_unknown_method_is_named_in_the_error()
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync();

        var error = await client.ErrorAsync(await client.SendAsync(Bodies.Int32(0x0badf00d, 1)));

        Assert.Equal((400, $"INPUT_METHOD_INVALID_{0x0badf00d}_0"), error);
    }

    [Fact]
    public async Task Missing_arguments_are_an_error_and_the_connection_goes_on()
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync();
        var cut = RawClient.Bytes(new Tl.Messages.SendMessage { Peer = new Tl.InputPeerSelf(), Message = "a message long enough to cut", RandomId = 1 })[..16];

        Assert.Equal((400, "INPUT_FETCH_ERROR"), await client.ErrorAsync(await client.SendAsync(cut)));
        await client.ResultAsync(await client.SendAsync(Request));
    }

    [Fact]
    public async Task Too_many_wrappers_are_an_error()
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync();
        var body = Request;
        for (var i = 0; i < 100; i++)
            body = Bodies.Wrapped(ServiceIds.InvokeWithoutUpdates, body);

        Assert.Equal((400, "INPUT_FETCH_ERROR"), await client.ErrorAsync(await client.SendAsync(body)));
    }

    [Fact]
    public async Task A_request_waits_for_the_one_it_names()
    {
        await using var server = TestServer.Start();
        var slow = new TaskCompletionSource<object>();
        var answer = server.Dispatcher.Answer;
        server.Dispatcher.Answer = (context, method) => method is Tl.Help.GetConfig ? new(slow.Task) : answer(context, method);
        await using var client = await server.ClientAsync();

        var first = await client.CallAsync(new Tl.Help.GetConfig());
        var second = await client.SendAsync([.. Bodies.Int64(ServiceIds.InvokeAfterMsg, first), .. Request]);
        Assert.True(await client.IsSilentAboutAsync(ServiceIds.RpcResult));
        slow.SetException(new RpcError(400, "NO"));

        Assert.Equal((400, "NO"), await client.ErrorAsync(first));
        Assert.Equal((400, "MSG_WAIT_FAILED"), await client.ErrorAsync(second));
    }

    [Fact]
    public async Task Logging_in_binds_the_key()
    {
        await using var server = TestServer.Start();
        var answer = server.Dispatcher.Answer;
        server.Dispatcher.Answer = (context, method) =>
        {
            context.Authorize(4711);
            return answer(context, method);
        };
        await using var client = await server.ClientAsync();

        await client.ResultAsync(await client.SendAsync(Request));

        Assert.Equal(new Wire.AuthKey(client.Secret).Id, Assert.Single(server.Pusher.KeysOf(4711)).AuthKeyId);
    }

    [Fact]
    public async Task A_temporary_key_must_be_bound_and_then_acts_for_the_permanent_one()
    {
        await using var server = TestServer.Start();
        var permanent = await server.SeedKeyAsync(userId: 4711);
        await using var client = await RawClient.ConnectAsync(server.PortOf(TestServer.DcId), server.Time);
        await new KeyExchangeClient(client, server.PublicKey).RunAsync(ServiceIds.ReqPqMulti, ServiceIds.PqInnerDataTempDc, expiresIn: 3600);
        long? seen = null;
        var answer = server.Dispatcher.Answer;
        server.Dispatcher.Answer = (context, method) =>
        {
            seen = context.UserId;
            return answer(context, method);
        };

        Assert.Equal((401, "AUTH_KEY_PERM_EMPTY"), await client.ErrorAsync(await client.SendAsync(Request)));
        var forged = client.NextId();
        await client.CallAsync(KeyBinding.Request(client, permanent, forged + 4, expiresAt: server.Keys.Now + 3600, nonce: 1), forged);
        Assert.Equal((400, "ENCRYPTED_MESSAGE_INVALID"), await client.ErrorAsync(forged));
        var id = client.NextId();
        await client.CallAsync(KeyBinding.Request(client, permanent, id, expiresAt: server.Keys.Now + 3600, nonce: 1), id);
        Assert.Equal(ServiceIds.BoolTrue, BitConverter.ToUInt32(await client.ResultAsync(id)));
        await client.ResultAsync(await client.SendAsync(Request));

        Assert.Equal(4711, seen);
    }
}
