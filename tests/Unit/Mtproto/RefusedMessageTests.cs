using TelegramRest.Tests.Unit.Mtproto.Scripted;

namespace TelegramRest.Tests.Unit.Mtproto;

public class RefusedMessageTests
{
    [Fact]
    public async Task Wrong_salt_is_replaced_kept_and_the_request_sent_again()
    {
        await using var scene = new Scene();
        var asking = scene.AskAsync();
        var connection = await scene.Server.AcceptAsync();
        var request = await connection.ReceiveAsync();
        await connection.SendAsync(new Tl.Mtproto.BadServerSalt { BadMsgId = request.MessageId, BadMsgSeqno = request.SequenceNumber, ErrorCode = 48, NewServerSalt = 99 });
        var again = await connection.ReceiveAsync();
        Assert.Equal(99, again.Salt);
        Assert.True(again.MessageId > request.MessageId);
        Assert.Equal(request.SessionId, again.SessionId);
        await connection.AnswerAsync(again, Scene.Nearest());
        await asking;
        Assert.Equal(99, (await scene.Store.Saved.Reader.ReadAsync(Deadline.Token())).Salt);
    }

    [Theory]
    [InlineData(16, false)]
    [InlineData(17, true)]
    [InlineData(18, true)]
    [InlineData(19, false)]
    [InlineData(20, false)]
    [InlineData(32, true)]
    [InlineData(33, true)]
    [InlineData(34, true)]
    [InlineData(35, true)]
    [InlineData(64, false)]
    public async Task Every_refusal_leads_to_another_sending(int code, bool inNewSession)
    {
        await using var scene = new Scene();
        var connection = await scene.OpenAsync();
        var asking = scene.AskAsync();
        var request = await connection.ReceiveAsync();
        await connection.SendAsync(new Tl.Mtproto.BadMsgNotification { BadMsgId = request.MessageId, BadMsgSeqno = request.SequenceNumber, ErrorCode = code });
        var again = await connection.ReceiveAsync();
        Assert.NotEqual(request.MessageId, again.MessageId);
        Assert.Equal(inNewSession, request.SessionId != again.SessionId);
        if (inNewSession)
            Assert.Equal(1, again.SequenceNumber);
        await connection.AnswerAsync(again, Scene.Nearest());
        await asking;
    }

    [Fact]
    public async Task Refused_container_has_all_its_requests_sent_again()
    {
        await using var scene = new Scene();
        var (connection, asking, first, second) = await SendTogetherAsync(scene);
        await connection.SendAsync(new Tl.Mtproto.BadServerSalt { BadMsgId = first.ContainerId, BadMsgSeqno = 0, ErrorCode = 48, NewServerSalt = 5 });
        var again = new[] { await connection.ReceiveAsync(), await connection.ReceiveAsync() };
        Assert.All(again, request => Assert.Equal(5, request.Salt));
        Assert.All(again, request => Assert.True(request.MessageId > second.MessageId));
        foreach (var request in again)
            await connection.AnswerAsync(request, Scene.Nearest());
        await asking;
    }

    [Fact]
    public async Task Broken_container_is_sent_again_in_pieces()
    {
        await using var scene = new Scene();
        var (connection, asking, first, _) = await SendTogetherAsync(scene);
        await connection.SendAsync(new Tl.Mtproto.BadMsgNotification { BadMsgId = first.ContainerId, BadMsgSeqno = 0, ErrorCode = 64 });
        for (var i = 0; i < 2; i++)
        {
            var request = await connection.ReceiveAsync();
            Assert.Equal(0, request.ContainerId);
            await connection.AnswerAsync(request, Scene.Nearest());
        }

        await asking;
    }

    [Fact]
    public async Task Server_s_time_is_taken_from_its_refusal()
    {
        await using var scene = new Scene();
        var connection = await scene.OpenAsync();
        var asking = scene.AskAsync();
        var request = await connection.ReceiveAsync();
        var serverNow = DateTimeOffset.UtcNow.AddHours(3);
        var body = ScriptedConnection.Serialize(new Tl.Mtproto.BadMsgNotification { BadMsgId = request.MessageId, BadMsgSeqno = request.SequenceNumber, ErrorCode = 16 });
        await connection.SendAsync(body, isContent: false, messageId: (serverNow.ToUnixTimeSeconds() << 32) + 1);
        var again = await connection.ReceiveAsync();
        Assert.InRange((again.MessageId >> 32) - serverNow.ToUnixTimeSeconds(), -1, 60);
        Assert.InRange((scene.Client.ServerNow - serverNow).TotalSeconds, -1, 60);
        await connection.AnswerAsync(again, Scene.Nearest());
        await asking;
        Assert.Equal(RecordingListener.Lost, await scene.Listener.NextAsync());
    }

    [Fact]
    public async Task Request_that_is_refused_for_ever_fails_in_the_end()
    {
        await using var scene = new Scene();
        var connection = await scene.OpenAsync();
        var asking = scene.AskAsync();
        for (var i = 0; i < 12; i++)
        {
            var request = await connection.ReceiveAsync();
            await connection.SendAsync(new Tl.Mtproto.BadMsgNotification { BadMsgId = request.MessageId, BadMsgSeqno = request.SequenceNumber, ErrorCode = 20 });
        }

        await Assert.ThrowsAsync<TelegramRest.Mtproto.RpcTransportException>(() => asking);
    }

    // While nothing can be sent two requests gather, and then share a container.
    private static async Task<(ScriptedConnection Connection, Task Asking, ClientMessage First, ClientMessage Second)> SendTogetherAsync(Scene scene)
    {
        var asking = Task.WhenAll(scene.AskAsync(), scene.AskAsync());
        var connection = await scene.Server.AcceptAsync();
        var first = await connection.ReceiveAsync();
        var second = await connection.ReceiveAsync();
        Assert.NotEqual(0, first.ContainerId);
        Assert.Equal(first.ContainerId, second.ContainerId);
        return (connection, asking, first, second);
    }
}
