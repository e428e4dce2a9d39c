using TelegramRest.Mtproto;
using TelegramRest.Mtproto.Handshake;
using TelegramRest.Tests.Unit.Mtproto.Scripted;
using TelegramRest.Wire;

namespace TelegramRest.Tests.Unit.Mtproto;

public class HandshakeTests
{
    [Fact]
    public void Built_in_keys_have_the_fingerprints_that_telegram_s_servers_offer()
    {
        Assert.Equal(unchecked((long)0xD09D1D85DE64FD85), RsaKeys.Production.Fingerprint);
        Assert.Equal(unchecked((long)0xB25898DF208D2603), RsaKeys.Test.Fingerprint);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task New_key_is_made_kept_and_used(int retries)
    {
        await using var scene = NewScene();
        var asking = scene.AskAsync();
        var connection = await scene.Server.AcceptAsync();
        var serverTime = DateTimeOffset.UtcNow.AddMinutes(-7);
        var handshake = new ScriptedHandshake(connection) { Retries = retries, ServerTime = serverTime };
        var key = await handshake.RunAsync();
        var request = await connection.ReceiveAsync();
        Assert.Equal((2, null), handshake.Named);
        Assert.InRange((request.MessageId >> 32) - serverTime.ToUnixTimeSeconds(), -1, 60);
        await connection.AnswerAsync(request, Scene.Nearest());

        // The answer's id is by the machine's clock, an answer is believed all the same.
        await asking;
        Assert.Equal(key.Bytes.ToArray(), scene.Store.Keys[2].Key.ToArray());
        Assert.Equal(request.Salt, scene.Store.Keys[2].Salt);
        Assert.False(scene.Store.Keys[2].Authorized);
    }

    public static TheoryData<string> Lies =>
    [
        "nonce", "server nonce", "unknown keys", "pq without factors", "pq too long", "inner nonce", "inner server nonce", "hash", "padding",
        "composite prime", "short prime", "generator", "ga is 1", "ga is p-1", "ga too small", "confirmation", "confirmation nonce", "refusal", "another object", "endless retries",
    ];

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task Every_lie_ends_the_exchange_and_no_key_is_kept(string lie)
    {
        await using var scene = NewScene();
        var asking = scene.AskAsync();
        var connection = await scene.Server.AcceptAsync();
        var handshake = new ScriptedHandshake(connection);
        Arrange(handshake, lie);
        var running = handshake.RunAsync();
        var error = await Assert.ThrowsAsync<RpcTransportException>(() => asking);
        Assert.IsType<WireException>(error.InnerException);
        Assert.False(error.MayHaveBeenSent);
        Assert.Empty(scene.Store.Keys);
        await ((Task)running).ContinueWith(task => task.Exception, TaskScheduler.Default).InTime();
    }

    [Fact]
    public async Task Test_environment_names_its_data_centres_differently()
    {
        await using var server = new ScriptedServer();
        var options = new MtprotoClientOptions
        {
            ApiId = 1,
            ApiHash = "",
            Test = true,
            Datacenters = TelegramRest.Mtproto.Datacenters.DcTable.Of([new(3, "127.0.0.1", server.Port)]),
            RsaKeys = [ScriptedHandshake.PublicKey],
        };
        await using var client = new MtprotoClient(options, new MemoryAuthStore(), new RecordingListener(), isBot: true);
        var connecting = client.ConnectAsync(CancellationToken.None);
        var handshake = new ScriptedHandshake(await server.AcceptAsync());
        await handshake.RunAsync();
        await connecting.InTime();
        Assert.Equal((10_003, null), handshake.Named);
    }

    [Fact]
    public async Task Unknown_key_is_dropped_only_after_the_data_centre_has_denied_it_twice_and_then_explicitly()
    {
        await using var scene = NewScene(settings => settings.HasKey = true);
        var asking = scene.AskAsync();
        for (var i = 0; i < 2; i++)
        {
            var connection = await scene.Server.AcceptAsync();
            await connection.ReceiveAsync();
            await connection.SendPacketAsync(BitConverter.GetBytes(-404));
        }

        var proof = await scene.Server.AcceptAsync();
        var handshake = new ScriptedHandshake(proof);
        await handshake.RunAsync();
        Assert.NotNull(handshake.Named.ExpiresIn);
        var binding = await proof.ReceiveAsync();
        var bind = Assert.IsType<Tl.Auth.BindTempAuthKey>(binding.ReadWhole());
        Assert.Equal(scene.Server.Key.Id, bind.PermAuthKeyId);
        CheckBinding(bind, binding, scene.Server.Key, proof.Key);
        Assert.Single(scene.Store.Keys);
        await proof.FailAsync(binding, 400, "ENCRYPTED_MESSAGE_INVALID");

        var next = await scene.Server.AcceptAsync();
        await new ScriptedHandshake(next).RunAsync();
        await next.FailAsync(await next.ReceiveAsync(), 401, "AUTH_KEY_UNREGISTERED");
        await Assert.ThrowsAsync<RpcException>(() => asking);
        Assert.Equal("AUTH_KEY_INVALID", Assert.IsType<RpcException>(await NextErrorAsync(scene)).Type);
        Assert.Equal(next.Key.Bytes.ToArray(), scene.Store.Keys[2].Key.ToArray());
    }

    [Fact]
    public async Task Key_that_the_data_centre_can_bind_is_kept()
    {
        await using var scene = NewScene(settings => settings.HasKey = true);
        var asking = scene.AskAsync();
        for (var i = 0; i < 2; i++)
        {
            var connection = await scene.Server.AcceptAsync();
            await connection.ReceiveAsync();
            await connection.SendPacketAsync(BitConverter.GetBytes(-404));
        }

        var proof = await scene.Server.AcceptAsync();
        await new ScriptedHandshake(proof).RunAsync();
        await proof.AnswerAsync(await proof.ReceiveAsync(), [0xb5, 0x75, 0x72, 0x99]);

        var next = await scene.Server.AcceptAsync();
        var (question, _) = await next.ReceiveServiceAsync<Tl.Mtproto.MsgsStateReq>();
        await next.SendAsync(new Tl.Mtproto.MsgsStateInfo { ReqMsgId = question.MessageId, Info = new byte[] { 1 } });
        await next.AnswerAsync(await next.ReceiveAsync(), Scene.Nearest());
        await asking;
        Assert.True(scene.Store.Keys[2].Authorized);
    }

    private static Scene NewScene(Action<Scene.Settings>? more = null) => new(settings =>
    {
        settings.HasKey = false;
        settings.RsaKeys = [RsaKeys.Production, ScriptedHandshake.PublicKey];
        more?.Invoke(settings);
    });

    private static async Task<object> NextErrorAsync(Scene scene)
    {
        while (true)
        {
            if (await scene.Listener.NextAsync() is RpcException error)
                return error;
        }
    }

    // The inner message is of MTProto 1.0, under the permanent key, and has the id of the message that carries it.
    private static void CheckBinding(Tl.Auth.BindTempAuthKey bind, ClientMessage envelope, AuthKey permanent, AuthKey temporary)
    {
        var message = bind.EncryptedMessage.ToArray();
        var (aesKey, aesIv, expected) = (new byte[32], new byte[32], new byte[16]);
        Assert.Equal(permanent.Id, BitConverter.ToInt64(message));
        MessageKeys.V1(permanent.Bytes, message.AsSpan(8, 16), fromClient: true, aesKey, aesIv);
        var plain = message[24..];
        AesIge.Decrypt(plain, plain, aesKey, aesIv);
        MessageKeys.ComputeV1(plain.AsSpan(0, 72), expected);
        Assert.Equal(message[8..24], expected);
        Assert.Equal(envelope.MessageId, BitConverter.ToInt64(plain, 16));
        Assert.Equal((0, 40), (BitConverter.ToInt32(plain, 24), BitConverter.ToInt32(plain, 28)));
        var reader = new Tl.TlReader(plain.AsSpan(32));
        var inner = Assert.IsType<Tl.Mtproto.BindAuthKeyInner>(reader.ReadObject());
        Assert.Equal((bind.Nonce, temporary.Id, permanent.Id, envelope.SessionId, bind.ExpiresAt), (inner.Nonce, inner.TempAuthKeyId, inner.PermAuthKeyId, inner.TempSessionId, inner.ExpiresAt));
    }

    private static void Arrange(ScriptedHandshake handshake, string lie)
    {
        var wrong16 = new byte[16];
        var prime = DiffieHellman.KnownPrime.ToArray();
        switch (lie)
        {
            case "composite prime":
                handshake.Generator = 4;
                prime[200] ^= 1;
                handshake.Prime = prime;
                break;
            case "short prime":
                handshake.Tamper = answer => Change<Tl.Mtproto.ServerDHInnerData>(answer, inner => inner.DhPrime = prime.AsMemory(128));
                break;
            case "generator":
                handshake.Generator = 2;
                handshake.Tamper = answer => Change<Tl.Mtproto.ServerDHInnerData>(answer, inner => inner.G = 1);
                break;
            case "ga is 1":
                handshake.GA = [.. new byte[255], 1];
                break;
            case "ga is p-1":
                prime[255]--;
                handshake.GA = prime;
                break;
            case "ga too small":
                handshake.GA = [.. new byte[20], .. prime[20..]];
                break;
            case "hash":
                handshake.TamperPlain = plain => plain[0] ^= 1;
                break;
            case "endless retries":
                handshake.Retries = 100;
                break;
            default:
                handshake.Tamper = answer => (lie, answer) switch
                {
                    ("nonce", Tl.Mtproto.ResPQ) => Change<Tl.Mtproto.ResPQ>(answer, offer => offer.Nonce = wrong16),
                    ("server nonce", Tl.Mtproto.ServerDHParamsOk) => Change<Tl.Mtproto.ServerDHParamsOk>(answer, parameters => parameters.ServerNonce = wrong16),
                    ("unknown keys", Tl.Mtproto.ResPQ) => Change<Tl.Mtproto.ResPQ>(answer, offer => offer.ServerPublicKeyFingerprints = [1, 2]),
                    ("pq without factors", Tl.Mtproto.ResPQ) => Change<Tl.Mtproto.ResPQ>(answer, offer => offer.Pq = Convert.FromHexString("1FFFFFFFFFFFFFFF")),
                    ("pq too long", Tl.Mtproto.ResPQ) => Change<Tl.Mtproto.ResPQ>(answer, offer => offer.Pq = new byte[9]),
                    ("inner nonce", Tl.Mtproto.ServerDHInnerData) => Change<Tl.Mtproto.ServerDHInnerData>(answer, inner => inner.Nonce = wrong16),
                    ("inner server nonce", Tl.Mtproto.ServerDHInnerData) => Change<Tl.Mtproto.ServerDHInnerData>(answer, inner => inner.ServerNonce = wrong16),
                    ("padding", Tl.Mtproto.ServerDHParamsOk) => Change<Tl.Mtproto.ServerDHParamsOk>(answer, parameters => parameters.EncryptedAnswer = parameters.EncryptedAnswer[..^1]),
                    ("confirmation", Tl.Mtproto.DhGenOk) => Change<Tl.Mtproto.DhGenOk>(answer, ok => ok.NewNonceHash1 = wrong16),
                    ("confirmation nonce", Tl.Mtproto.DhGenOk) => Change<Tl.Mtproto.DhGenOk>(answer, ok => ok.Nonce = wrong16),
                    ("refusal", Tl.Mtproto.DhGenOk ok) => new Tl.Mtproto.DhGenFail { Nonce = ok.Nonce, ServerNonce = ok.ServerNonce, NewNonceHash3 = wrong16 },
                    ("another object", Tl.Mtproto.ResPQ) => new Tl.Mtproto.Pong { MsgId = 1, PingId = 1 },
                    _ => answer,
                };
                break;
        }
    }

    private static Tl.TlObject Change<T>(Tl.TlObject answer, Action<T> change)
        where T : Tl.TlObject
    {
        if (answer is T mine)
            change(mine);
        return answer;
    }
}
