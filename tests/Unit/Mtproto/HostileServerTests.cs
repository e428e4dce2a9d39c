using System.Buffers.Binary;
using TelegramRest.Tests.Unit.Mtproto.Scripted;

namespace TelegramRest.Tests.Unit.Mtproto;

/// <summary>Whatever a server sends, the connection is given up at worst, and the request answered on the next.</summary>
public class HostileServerTests
{
    public static TheoryData<string> Attacks => ["damaged", "wrong key", "truncated", "odd size", "negative length", "long length", "length not in words", "no padding", "too much padding", "even id", "container in container", "container too long"];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Packet_that_breaks_the_protocol_costs_the_connection(string attack)
    {
        await using var scene = new Scene();
        var connection = await scene.OpenAsync();
        var asking = scene.AskAsync();
        var request = await connection.ReceiveAsync();
        await connection.SendPacketAsync(Attack(connection, attack));
        await connection.WaitForCloseAsync().InTime();
        await AnswerOnNextAsync(scene, request);
        await asking;
    }

    [Theory]
    [InlineData("00000000")]
    [InlineData("ffffff7f")]
    [InlineData("03000000aaaaaa")]
    [InlineData("ffffffff")]
    public async Task Frame_that_breaks_the_framing_costs_the_connection(string hex)
    {
        await using var scene = new Scene();
        var connection = await scene.OpenAsync();
        var asking = scene.AskAsync();
        var request = await connection.ReceiveAsync();
        await connection.SendRawAsync(Convert.FromHexString(hex));
        await connection.WaitForCloseAsync().InTime();
        await AnswerOnNextAsync(scene, request);
        await asking;
    }

    [Fact]
    public async Task Message_for_another_session_is_passed_over()
    {
        await using var scene = new Scene();
        var connection = await scene.OpenAsync();
        var asking = scene.AskAsync();
        var request = await connection.ReceiveAsync();
        var lie = ScriptedConnection.Result(request.MessageId, ScriptedConnection.Serialize(Scene.Nearest(99)));
        await connection.SendPacketAsync(connection.Encrypt(connection.NextMessageId(), 9, lie, sessionId: 1));
        await connection.AnswerAsync(request, Scene.Nearest(3));
        Assert.Equal(3, (await asking).ThisDc);
    }

    private static byte[] Attack(ScriptedConnection connection, string attack)
    {
        var push = ScriptedConnection.Serialize(SessionTests.Push(1));
        var id = connection.NextMessageId();
        var good = connection.Encrypt(id, 9, push);
        switch (attack)
        {
            case "damaged":
                good[^1] ^= 1;
                return good;
            case "wrong key":
                BinaryPrimitives.WriteInt64LittleEndian(good, 12345);
                return good;
            case "truncated":
                return good[..^16];
            case "odd size":
                return good[..^4];
            case "negative length":
                return connection.Encrypt(id, 9, push, claimedLength: -4);
            case "long length":
                return connection.Encrypt(id, 9, push, claimedLength: 1 << 20);
            case "length not in words":
                return connection.Encrypt(id, 9, push, claimedLength: push.Length - 1);
            case "no padding":
                return connection.Encrypt(id, 9, new byte[16], padding: 0);
            case "too much padding":
                return connection.Encrypt(id, 9, push, padding: 1040);
            case "even id":
                return connection.Encrypt(id - 1, 9, push);
            case "container in container":
                return connection.Encrypt(connection.NextMessageId(), 8, ScriptedConnection.Container((id, 9, ScriptedConnection.Container((id, 9, push)))));
            case "container too long":
                var container = ScriptedConnection.Container((id, 9, push));
                BinaryPrimitives.WriteInt32LittleEndian(container.AsSpan(20), 1 << 30);
                return connection.Encrypt(connection.NextMessageId(), 8, container);
            default:
                throw new ArgumentOutOfRangeException(nameof(attack), attack, null);
        }
    }

    private static async Task AnswerOnNextAsync(Scene scene, ClientMessage request)
    {
        var next = await scene.Server.AcceptAsync();
        await next.AnswerAsync(request, Scene.Nearest(), await next.ReceiveServiceAsync<Tl.Mtproto.MsgsStateReq>());
    }
}
