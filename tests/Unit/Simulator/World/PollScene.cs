using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Tests.Unit.Simulator.World;

/// <summary>A supergroup with a bot that sends polls and a person who votes.</summary>
internal sealed class PollScene : IAsyncDisposable
{
    public required TestWorld World { get; init; }

    public required TestClient Bot { get; init; }

    public required TestClient Reader { get; init; }

    public required PeerKey Chat { get; init; }

    public static async Task<PollScene> OpenAsync()
    {
        var world = TestWorld.Open();
        var (ann, bot) = (await world.PersonAsync("Ann"), await world.BotAsync("poll_bot"));
        var channel = await world.ChannelAsync(ann, broadcast: false, bot);
        return new PollScene { World = world, Bot = world.LogIn(bot), Reader = world.LogIn(ann), Chat = channel.Peer };
    }

    public static Tl.TextWithEntities Text(string text) => new() { Text = text, Entities = [] };

    public static Tl.InputMediaPoll Poll(bool publicVoters = false, bool closed = false) => new()
    {
        Poll = new Tl.Poll
        {
            PublicVoters = publicVoters,
            Closed = closed,
            Question = Text("Well?"),
            Answers = [new Tl.InputPollAnswer { Text = Text("Yes") }, new Tl.InputPollAnswer { Text = Text("No") }],
        },
    };

    public async Task<Tl.Message> SendAsync(Tl.InputMediaPoll poll) => TestWorld.Message(await Bot.CallAsync(Media.To(World, Bot, Chat, poll)));

    public Tl.Messages.SendVote Vote(int messageId, params string[] options) => new()
    {
        Peer = World.Peer(Reader, Chat),
        MsgId = messageId,
        Options = [.. options.Select(option => (ReadOnlyMemory<byte>)System.Text.Encoding.ASCII.GetBytes(option))],
    };

    /// <summary>The media of the newest poll as somebody sees it.</summary>
    public Tl.MessageMediaBase SeenBy(TestClient client)
    {
        lock (World.World.Gate)
        {
            var box = World.World.Boxes.Get(-Chat.Id);
            var message = box.Messages.Values.Last(each => each.Media is Tl.MessageMediaPoll);
            return ((Tl.Message)World.World.Scene(World.World.Roster.Account(client.UserId)!).Message(message, box.Key)).Media!;
        }
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
