using TelegramRest.Mtproto;
using TelegramRest.Tests.Unit.Mtproto.Scripted;

namespace TelegramRest.Tests.Unit.Mtproto;

public class RequestTests
{
    [Fact]
    public async Task First_request_introduces_the_client_and_later_ones_do_not()
    {
        await using var scene = new Scene();
        var first = scene.AskAsync();
        var connection = await scene.Server.AcceptAsync();
        var request = await connection.ReceiveAsync();

        var layer = Assert.IsType<Tl.InvokeWithLayer>(request.ReadWhole());
        var introduction = Assert.IsType<Tl.InitConnection>(layer.Query);
        Assert.Equal(Tl.Schema.Layer, layer.Layer);
        Assert.Equal((1, "server", "1.2.3", "en"), (introduction.ApiId, introduction.DeviceModel, introduction.AppVersion, introduction.LangCode));
        Assert.Null(introduction.Proxy);

        await connection.AnswerAsync(request, Scene.Nearest(4));
        Assert.Equal(4, (await first).ThisDc);

        var second = scene.AskAsync();
        var bare = await connection.ReceiveAsync();
        Assert.IsType<Tl.Help.GetNearestDc>(bare.ReadWhole());
        await connection.AnswerAsync(bare, Scene.Nearest());
        await second;
    }

    [Fact]
    public async Task Requests_travel_with_the_key_s_salt_rising_ids_and_odd_numbers()
    {
        await using var scene = new Scene();
        var connection = await scene.OpenAsync();
        var asking = new[] { scene.AskAsync(), scene.AskAsync(), scene.AskAsync() };
        long last = 0;
        var numbers = new List<int>();
        foreach (var _ in asking)
        {
            var request = await connection.ReceiveAsync();
            Assert.Equal(scene.Server.Salt, request.Salt);
            Assert.Equal(0, request.MessageId % 4);
            Assert.True(request.MessageId > last);
            Assert.True(request.ContainerId == 0 || request.ContainerId > request.MessageId);
            last = request.MessageId;
            numbers.Add(request.SequenceNumber);
            await connection.AnswerAsync(request, Scene.Nearest());
        }

        await Task.WhenAll(asking);
        Assert.Equal([3, 5, 7], numbers);
    }

    [Fact]
    public async Task Errors_are_split_into_type_and_argument()
    {
        await using var scene = new Scene();
        var asking = scene.AskAsync();
        var connection = await scene.Server.AcceptAsync();
        await connection.FailAsync(await connection.ReceiveAsync(), 400, "FILE_PART_3_MISSING");
        var error = await Assert.ThrowsAsync<RpcException>(() => asking);
        Assert.Equal((400, "FILE_PART_MISSING", 3, "FILE_PART_3_MISSING"), (error.Code, error.Type, error.Argument, error.ErrorMessage));
    }

    [Fact]
    public async Task Connection_not_inited_brings_the_introduction_back()
    {
        await using var scene = new Scene();
        var connection = await scene.OpenAsync();
        var asking = scene.AskAsync();
        await connection.FailAsync(await connection.ReceiveAsync(), 400, "CONNECTION_NOT_INITED");
        var again = await connection.ReceiveAsync();
        Assert.IsType<Tl.InvokeWithLayer>(again.ReadWhole());
        await connection.AnswerAsync(again, Scene.Nearest());
        await asking;
    }

    [Fact]
    public async Task Cancelled_call_throws_its_own_token_and_its_late_answer_harms_nobody()
    {
        await using var scene = new Scene();
        var connection = await scene.OpenAsync();
        using var cancel = new CancellationTokenSource();
        var cancelled = scene.AskAsync(cancel.Token);
        var request = await connection.ReceiveAsync();
        await cancel.CancelAsync();
        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(cancel.Token, thrown.CancellationToken);

        await connection.AnswerAsync(request, Scene.Nearest());
        var next = scene.AskAsync();
        await connection.AnswerAsync(await connection.ReceiveAsync(), Scene.Nearest(3));
        Assert.Equal(3, (await next).ThisDc);
    }

    [Fact]
    public async Task Unreadable_answer_fails_its_own_request_only()
    {
        await using var scene = new Scene();
        var connection = await scene.OpenAsync();
        var unlucky = scene.AskAsync();
        var request = await connection.ReceiveAsync();
        var lucky = scene.AskAsync();
        var other = await connection.ReceiveAsync();
        await connection.AnswerAsync(request, [0xEF, 0xBE, 0xAD, 0xDE]);
        await connection.AnswerAsync(other, Scene.Nearest());
        var error = await Assert.ThrowsAsync<RpcTransportException>(() => unlucky);
        Assert.True(error.MayHaveBeenSent);
        await lucky;
    }

    [Fact]
    public async Task Request_that_cannot_be_written_fails_alone()
    {
        await using var scene = new Scene();
        var connection = await scene.OpenAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => scene.Client.InvokeAsync(new Tl.Help.GetAppUpdate { Source = null! }, CancellationToken.None).InTime());
        var asking = scene.AskAsync();
        await connection.AnswerAsync(await connection.ReceiveAsync(), Scene.Nearest());
        await asking;
    }

    [Fact]
    public async Task Closing_fails_what_is_under_way()
    {
        await using var scene = new Scene();
        var connection = await scene.OpenAsync();
        var asking = scene.AskAsync();
        await connection.ReceiveAsync();
        await scene.Client.CloseAsync().InTime();
        var error = await Assert.ThrowsAsync<RpcTransportException>(() => asking);
        Assert.True(error.MayHaveBeenSent);
        await Assert.ThrowsAsync<RpcTransportException>(() => scene.AskAsync());
    }

    [Fact]
    public async Task Long_requests_go_packed_inside_the_header_and_packed_answers_are_read()
    {
        await using var scene = new Scene();
        var asking = scene.Client.InvokeAsync(new Tl.Contacts.ResolveUsername { Username = new string('a', 4000) }, CancellationToken.None).InTime();
        var connection = await scene.Server.AcceptAsync();
        var request = await connection.ReceiveAsync();
        Assert.Equal(0xda9b0d0du, request.ConstructorId);
        Assert.True(request.Body.Length < 1000);
        Assert.True(request.Body.AsSpan().IndexOf<byte>([0xa1, 0xcf, 0x72, 0x30]) > 0);

        var answer = new Tl.Contacts.ResolvedPeer { Peer = new Tl.PeerUser { UserId = 5 }, Chats = [], Users = [] };
        await connection.AnswerAsync(request, Packing.Pack(ScriptedConnection.Serialize(answer)));
        Assert.Equal(5, Assert.IsType<Tl.PeerUser>((await asking).Peer).UserId);
    }

    [Fact]
    public async Task Packed_bomb_fails_its_own_request_only()
    {
        await using var scene = new Scene();
        var asking = scene.AskAsync();
        var connection = await scene.Server.AcceptAsync();
        await connection.AnswerAsync(await connection.ReceiveAsync(), Packing.Pack(new byte[64 * 1024 * 1024]));
        await Assert.ThrowsAsync<RpcTransportException>(() => asking);

        var next = scene.AskAsync();
        await connection.AnswerAsync(await connection.ReceiveAsync(), Scene.Nearest());
        await next;
    }
}
