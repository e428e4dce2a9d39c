using TelegramRest.Mtproto;
using TelegramRest.Tests.Unit.Mtproto.Scripted;

namespace TelegramRest.Tests.Unit.Mtproto;

public class SessionTests
{
    [Fact]
    public async Task Pushes_arrive_in_order_and_repetitions_once()
    {
        await using var scene = new Scene();
        var connection = await scene.OpenAsync();
        var id = connection.NextMessageId(3);
        await connection.SendAsync(ScriptedConnection.Serialize(Push(1)), isContent: true, id);
        await connection.SendAsync(ScriptedConnection.Serialize(Push(1)), isContent: true, id);
        await connection.SendAsync(Push(2), isContent: true);
        Assert.Equal(1, Assert.IsType<Tl.UpdateShort>(await scene.Listener.NextAsync()).Date);
        Assert.Equal(2, Assert.IsType<Tl.UpdateShort>(await scene.Listener.NextAsync()).Date);
        Assert.True(scene.Listener.IsEmpty);
    }

    [Fact]
    public async Task Pushes_that_do_not_fit_the_clock_are_dropped()
    {
        await using var scene = new Scene();
        var connection = await scene.OpenAsync();
        foreach (var seconds in new[] { -400, 60 })
            await connection.SendAsync(ScriptedConnection.Serialize(Push(1)), isContent: true, (DateTimeOffset.UtcNow.AddSeconds(seconds).ToUnixTimeSeconds() << 32) + 3);
        await connection.SendAsync(Push(2), isContent: true);
        Assert.Equal(2, Assert.IsType<Tl.UpdateShort>(await scene.Listener.NextAsync()).Date);
    }

    [Fact]
    public async Task Acknowledgements_ride_with_the_next_packet()
    {
        await using var scene = new Scene();
        var connection = await scene.OpenAsync();
        var id = await connection.SendAsync(ScriptedConnection.Serialize(Push(1)), isContent: true);
        await scene.Listener.NextAsync();
        var asking = scene.AskAsync();
        var (_, acknowledged) = await connection.ReceiveServiceAsync<Tl.Mtproto.MsgsAck>();
        Assert.Contains(id, acknowledged.MsgIds);
        await connection.AnswerAsync(await connection.ReceiveAsync(), Scene.Nearest());
        await asking;
    }

    [Fact]
    public async Task Many_acknowledgements_do_not_wait()
    {
        await using var scene = new Scene();
        var connection = await scene.OpenAsync();
        for (var i = 0; i < 70; i++)
            await connection.SendAsync(Push(i), isContent: true);
        var (_, acknowledged) = await connection.ReceiveServiceAsync<Tl.Mtproto.MsgsAck>();
        Assert.True(acknowledged.MsgIds.Length >= 64);
    }

    [Fact]
    public async Task New_session_repeats_what_came_before_it_and_says_that_pushes_may_be_lost()
    {
        await using var scene = new Scene();
        var connection = await scene.OpenAsync();
        await connection.SendAsync(NewSession(first: 0, unique: 1));

        var asking = scene.AskAsync();
        var request = await connection.ReceiveAsync();
        await connection.SendAsync(NewSession(first: request.MessageId + 4, unique: 2));
        var again = await connection.ReceiveAsync();
        Assert.True(again.MessageId > request.MessageId);
        Assert.Equal(77, again.Salt);
        await connection.AnswerAsync(again, Scene.Nearest());
        await asking;
        Assert.Equal(RecordingListener.Lost, await scene.Listener.NextAsync());
        Assert.True(scene.Listener.IsEmpty);
    }

    [Fact]
    public async Task Same_new_session_twice_is_one()
    {
        await using var scene = new Scene();
        var connection = await scene.OpenAsync();
        for (var i = 0; i < 3; i++)
            await connection.SendAsync(NewSession(first: 0, unique: 1));
        await connection.SendAsync(Push(5), isContent: true);
        Assert.IsType<Tl.UpdateShort>(await scene.Listener.NextAsync());
    }

    [Fact]
    public async Task Long_answer_that_was_announced_is_asked_for()
    {
        await using var scene = new Scene();
        var connection = await scene.OpenAsync();
        var known = await connection.SendAsync(ScriptedConnection.Serialize(Push(1)), isContent: false);
        await connection.SendAsync(new Tl.Mtproto.MsgNewDetailedInfo { AnswerMsgId = known, Bytes = 1, Status = 0 });
        await connection.SendAsync(new Tl.Mtproto.MsgDetailedInfo { MsgId = 4, AnswerMsgId = 12345, Bytes = 1, Status = 0 });
        var (_, question) = await connection.ReceiveServiceAsync<Tl.Mtproto.MsgResendReq>();
        Assert.Equal([12345L], question.MsgIds);
    }

    [Fact]
    public async Task Server_is_told_what_has_arrived()
    {
        await using var scene = new Scene();
        var connection = await scene.OpenAsync();
        var arrived = await connection.SendAsync(ScriptedConnection.Serialize(Push(1)), isContent: true);
        var asked = await connection.SendAsync(ScriptedConnection.Serialize(new Tl.Mtproto.MsgsStateReq { MsgIds = [arrived, arrived + 400] }), isContent: false);
        var (_, answer) = await connection.ReceiveServiceAsync<Tl.Mtproto.MsgsStateInfo>();
        Assert.Equal(asked, answer.ReqMsgId);
        Assert.Equal<byte>([4, 2], answer.Info.ToArray());
    }

    [Fact]
    public async Task Containers_and_packed_messages_are_unwrapped()
    {
        await using var scene = new Scene();
        var connection = await scene.OpenAsync();
        var inner = new[] { connection.NextMessageId(), connection.NextMessageId() };
        await connection.SendAsync(
            ScriptedConnection.Container(
                (inner[0], 11, ScriptedConnection.Serialize(Push(1))),
                (inner[1], 13, Packing.Pack(ScriptedConnection.Serialize(Push(2))))),
            isContent: false);
        Assert.Equal(1, Assert.IsType<Tl.UpdateShort>(await scene.Listener.NextAsync()).Date);
        Assert.Equal(2, Assert.IsType<Tl.UpdateShort>(await scene.Listener.NextAsync()).Date);
    }

    [Fact]
    public async Task Unknown_message_is_acknowledged_and_passed_over()
    {
        await using var scene = new Scene();
        var connection = await scene.OpenAsync();
        var id = await connection.SendAsync([0xEF, 0xBE, 0xAD, 0xDE, 0, 0, 0, 0], isContent: true);
        await connection.SendAsync(Push(1));
        await scene.Listener.NextAsync();
        var asking = scene.AskAsync();
        var (_, acknowledged) = await connection.ReceiveServiceAsync<Tl.Mtproto.MsgsAck>();
        Assert.Contains(id, acknowledged.MsgIds);
        await connection.AnswerAsync(await connection.ReceiveAsync(), Scene.Nearest());
        await asking;
    }

    [Fact]
    public async Task Login_and_its_loss_are_kept_and_told()
    {
        await using var scene = new Scene(settings => settings.IsAuthorized = false);
        var connection = await scene.OpenAsync();
        Assert.False(scene.Client.IsAuthorized);

        var loggingIn = scene.Client.InvokeAsync(new Tl.Auth.ImportBotAuthorization { ApiId = 1, ApiHash = "", BotAuthToken = "1:a" }, CancellationToken.None).InTime();
        await connection.AnswerAsync(await connection.ReceiveAsync(), new Tl.Auth.Authorization { User = new Tl.UserEmpty { Id = 1 } });
        await loggingIn;
        Assert.True(scene.Store.Keys[Scene.Home].Authorized);

        var asking = scene.AskAsync();
        await connection.FailAsync(await connection.ReceiveAsync(), 401, "SESSION_REVOKED");
        await Assert.ThrowsAsync<RpcException>(() => asking);
        Assert.Equal("SESSION_REVOKED", Assert.IsType<RpcException>(await scene.Listener.NextAsync()).Type);
        Assert.False(scene.Store.Keys[Scene.Home].Authorized);
    }

    [Fact]
    public async Task Listener_that_fails_does_not_stop_the_pushes()
    {
        var heard = new TaskCompletionSource<int>();
        var listener = new FailingListener(heard);
        await using var scene = new Scene();
        await using var client = new MtprotoClient(scene.Options, scene.Store, listener, isBot: true);
        var connecting = client.ConnectAsync(CancellationToken.None);
        var connection = await scene.Server.AcceptAsync();
        await connection.ReceiveAnyAsync();
        await connection.SendAsync(Push(1), isContent: true);
        await connection.SendAsync(Push(2), isContent: true);
        await connecting.InTime();
        Assert.Equal(2, await heard.Task.InTime());
    }

    internal static Tl.UpdateShort Push(int date) => new() { Date = date, Update = new Tl.UpdateConfig() };

    private static Tl.Mtproto.NewSessionCreated NewSession(long first, long unique) => new() { FirstMsgId = first, UniqueId = unique, ServerSalt = 77 };

    private sealed class FailingListener(TaskCompletionSource<int> heard) : IMtprotoListener
    {
        public ValueTask OnUpdatesAsync(Tl.UpdatesBase updates)
        {
            if (updates is Tl.UpdateShort { Date: 1 })
                throw new InvalidOperationException("The listener's own mistake.");
            heard.TrySetResult(((Tl.UpdateShort)updates).Date);
            return ValueTask.CompletedTask;
        }

        public ValueTask OnSessionLostAsync() => ValueTask.CompletedTask;

        public ValueTask OnAuthorizationLostAsync(RpcException error) => ValueTask.CompletedTask;
    }
}
