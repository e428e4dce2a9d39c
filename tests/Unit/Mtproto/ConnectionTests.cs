using Microsoft.Extensions.Time.Testing;
using TelegramRest.Mtproto;
using TelegramRest.Mtproto.Connection;
using TelegramRest.Tests.Unit.Mtproto.Scripted;
using TelegramRest.Wire.Framing;

namespace TelegramRest.Tests.Unit.Mtproto;

public class ConnectionTests
{
    [Theory]
    [InlineData(TransportKind.Abridged, false)]
    [InlineData(TransportKind.Intermediate, false)]
    [InlineData(TransportKind.PaddedIntermediate, false)]
    [InlineData(TransportKind.Full, false)]
    [InlineData(TransportKind.Abridged, true)]
    [InlineData(TransportKind.Intermediate, true)]
    [InlineData(TransportKind.PaddedIntermediate, true)]
    public async Task Every_transport_carries_requests(TransportKind kind, bool obfuscated)
    {
        await using var scene = new Scene(settings => (settings.Transport, settings.Obfuscated) = (kind, obfuscated));
        var connection = await scene.OpenAsync();
        Assert.Equal(kind, connection.Kind);
        Assert.Equal(obfuscated ? (short)Scene.Home : null, connection.Obfuscation?.DataCentre);
    }

    [Theory]
    [InlineData("000102030405060708090a0b0c0d0e0f", TransportKind.Intermediate)]
    [InlineData("dd000102030405060708090a0b0c0d0e0f", TransportKind.PaddedIntermediate)]
    [InlineData("AAECAwQFBgcICQoLDA0ODw", TransportKind.Intermediate)]
    public async Task Mtproto_proxy_gets_what_its_secret_asks_for(string secret, TransportKind expected)
    {
        await using var scene = new Scene(settings =>
        {
            settings.ProxySecret = Convert.FromHexString("000102030405060708090a0b0c0d0e0f");
            settings.Proxy = port => new MtProxy("127.0.0.1", port, secret);
        });
        var connection = await scene.OpenAsync();
        Assert.Equal(expected, connection.Kind);
        Assert.Equal((short)Scene.Home, connection.Obfuscation!.DataCentre);
    }

    [Fact]
    public async Task Request_whose_connection_broke_is_asked_after_and_sent_again_when_it_was_not_received()
    {
        await using var scene = new Scene();
        var connection = await scene.OpenAsync();
        var asking = scene.AskAsync();
        var request = await connection.ReceiveAsync();
        connection.Dispose();

        var next = await scene.Server.AcceptAsync();
        var (question, state) = await next.ReceiveServiceAsync<Tl.Mtproto.MsgsStateReq>();
        Assert.Equal(request.SessionId, question.SessionId);
        Assert.Equal([request.MessageId], state.MsgIds);
        await next.SendAsync(new Tl.Mtproto.MsgsStateInfo { ReqMsgId = question.MessageId, Info = new byte[] { 2 } });
        var again = await next.ReceiveAsync();
        Assert.IsType<Tl.InvokeWithLayer>(again.ReadWhole());
        await next.AnswerAsync(again, Scene.Nearest());
        await asking;
        Assert.Equal(RecordingListener.Lost, await scene.Listener.NextAsync());
    }

    [Fact]
    public async Task Request_that_was_received_is_not_sent_twice()
    {
        await using var scene = new Scene();
        var connection = await scene.OpenAsync();
        var asking = scene.AskAsync();
        var request = await connection.ReceiveAsync();
        connection.Dispose();

        var next = await scene.Server.AcceptAsync();
        var (question, _) = await next.ReceiveServiceAsync<Tl.Mtproto.MsgsStateReq>();
        await next.SendAsync(new Tl.Mtproto.MsgsStateInfo { ReqMsgId = question.MessageId, Info = new byte[] { 4 } });
        var other = scene.AskAsync();
        var second = await next.ReceiveAsync();
        await next.AnswerAsync(second, Scene.Nearest());
        await other;
        await next.AnswerAsync(request, Scene.Nearest(5));
        Assert.Equal(5, (await asking).ThisDc);
    }

    [Fact]
    public async Task Idle_connection_is_pinged_at_once_and_each_minute()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var scene = new Scene(settings => settings.Time = time);
        var connecting = scene.Client.ConnectAsync(CancellationToken.None);
        var connection = await scene.Server.AcceptAsync();
        var (envelope, ping) = await ReceivePingAsync(connection);
        Assert.Equal(75, ping.DisconnectDelay);
        Assert.Equal(0, envelope.SequenceNumber % 2);
        await connecting.InTime();
        var start = time.GetUtcNow();
        var (_, second) = await scene.PassTimeAsync(time, connection, ReceivePingAsync(connection));
        Assert.NotEqual(ping.PingId, second.PingId);
        Assert.InRange(time.GetUtcNow() - start, TimeSpan.FromSeconds(55), TimeSpan.FromSeconds(65));
    }

    [Fact]
    public async Task Silent_connection_is_given_up()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var scene = new Scene(settings => settings.Time = time);
        await scene.OpenAsync();
        await Scene.PassSilentTimeAsync(time, scene.Server.AcceptAsync());
        Assert.Equal(RecordingListener.Lost, await scene.Listener.NextAsync());
    }

    [Fact]
    public async Task Lone_acknowledgement_goes_after_a_while()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var scene = new Scene(settings => settings.Time = time);
        var connection = await scene.OpenAsync();
        var id = await connection.SendAsync(ScriptedConnection.Serialize(SessionTests.Push(1)), isContent: true);
        await scene.Listener.NextAsync();
        var start = time.GetUtcNow();
        var (_, acknowledged) = await scene.PassTimeAsync(time, connection, connection.ReceiveServiceAsync<Tl.Mtproto.MsgsAck>());
        Assert.Contains(id, acknowledged.MsgIds);
        Assert.InRange(time.GetUtcNow() - start, TimeSpan.FromSeconds(18), TimeSpan.FromSeconds(25));
    }

    [Fact]
    public async Task Old_request_is_asked_after_while_the_connection_lives()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var scene = new Scene(settings => settings.Time = time);
        var connection = await scene.OpenAsync();
        var asking = scene.AskAsync();
        var request = await connection.ReceiveAsync();
        var (question, state) = await scene.PassTimeAsync(time, connection, connection.ReceiveServiceAsync<Tl.Mtproto.MsgsStateReq>());
        Assert.Equal([request.MessageId], state.MsgIds);
        await connection.SendAsync(new Tl.Mtproto.MsgsStateInfo { ReqMsgId = question.MessageId, Info = new byte[] { 1 } });
        await connection.AnswerAsync(await connection.ReceiveAsync(), Scene.Nearest());
        await asking;
    }

    [Fact]
    public async Task Unreachable_data_centre_fails_requests_when_patience_is_over()
    {
        await using var scene = new Scene(settings => settings.ConnectionPatience = TimeSpan.Zero);
        scene.Server.Stop();
        var error = await Assert.ThrowsAsync<RpcTransportException>(() => scene.AskAsync());
        Assert.False(error.MayHaveBeenSent);
        await Assert.ThrowsAsync<RpcTransportException>(() => scene.Client.ConnectAsync(CancellationToken.None).InTime());
    }

    [Fact]
    public async Task Transport_errors_are_tried_again()
    {
        await using var scene = new Scene();
        var asking = scene.AskAsync();
        foreach (var code in new[] { -429, -444, -404 })
        {
            var connection = await scene.Server.AcceptAsync();
            await connection.ReceiveAnyAsync();
            await connection.SendPacketAsync(BitConverter.GetBytes(code));
            await connection.WaitForCloseAsync();
        }

        var next = await scene.Server.AcceptAsync();
        var (question, _) = await next.ReceiveServiceAsync<Tl.Mtproto.MsgsStateReq>();
        await next.SendAsync(new Tl.Mtproto.MsgsStateInfo { ReqMsgId = question.MessageId, Info = new byte[] { 1 } });
        await next.AnswerAsync(await next.ReceiveAsync(), Scene.Nearest());
        await asking;
    }

    private static async Task<(ClientMessage Envelope, Tl.Mtproto.PingDelayDisconnect Ping)> ReceivePingAsync(ScriptedConnection connection) =>
        await connection.ReceiveServiceAsync<Tl.Mtproto.PingDelayDisconnect>();
}
