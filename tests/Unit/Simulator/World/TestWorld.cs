using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.Sessions;
using TelegramRest.Simulator.Storage;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Chats;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Tests.Unit.Simulator.World;

/// <summary>A world in virtual time with clients that need no network.</summary>
internal sealed class TestWorld : IAsyncDisposable
{
    private readonly IStateStore _store;
    private readonly RpcDispatcher _dispatcher;
    private long _lastSession;
    private long _lastRandom;
    private int _lastPhone = 1000;

    private TestWorld(string? directory, FakeTimeProvider time)
    {
        Time = time;
        _store = StateStores.Open(directory, NullLoggerFactory.Instance);
        World = SimulatorWorld.Open(_store, directory, Pusher, time, NullLoggerFactory.Instance);
        _dispatcher = new RpcDispatcher(World, Pusher, _store, NullLoggerFactory.Instance);
    }

    public FakeTimeProvider Time { get; }

    public RecordingPusher Pusher { get; } = new();

    public SimulatorWorld World { get; }

    public static TestWorld Open(string? directory = null) => new(directory, new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero)));

    public long NextRandom() => Interlocked.Increment(ref _lastRandom);

    /// <summary>A key that nobody is logged in with.</summary>
    public TestClient Stranger(int dcId = 2, byte[]? secret = null)
    {
        var key = new AuthKey(secret ?? RandomNumberGenerator.GetBytes(256), dcId, (_, _) => { });
        Pusher.Keys.Add(key);
        return new TestClient(_dispatcher, key, ++_lastSession);
    }

    public TestClient LogIn(Account account, int dcId = 2)
    {
        var client = Stranger(dcId);
        client.Key.Bind(account.Id);
        return client;
    }

    public async Task<Account> PersonAsync(string name, string? username = null) => await World.ChangeAsync(
        () =>
        {
            var person = World.Roster.AddPerson($"4201234{++_lastPhone}", name, "", 2);
            World.Roster.Rename(person.Peer, null, username);
            person.Username = username;
            World.Rows.Save(person);
            return person;
        },
        CancellationToken.None);

    public async Task<Account> BotAsync(string username, bool privacy = true, int dc = 2) => await World.ChangeAsync(
        () =>
        {
            var bot = World.Roster.AddBot(username, null, dc);
            World.Roster.Rename(bot.Peer, null, username);
            bot.Username = username;
            bot.Bot!.Privacy = privacy;
            World.Rows.Save(bot);
            return bot;
        },
        CancellationToken.None);

    public async Task<Group> GroupAsync(Account creator, params Account[] members) =>
        await World.ChangeAsync(() => World.Chats.CreateGroup(creator, "Group", members, 0).Group, CancellationToken.None);

    public async Task<Channel> ChannelAsync(Account creator, bool broadcast, params Account[] members) => await World.ChangeAsync(
        () =>
        {
            var channel = World.Chats.CreateChannel(creator, "Channel", "", broadcast, 0).Channel;
            foreach (var member in members)
                World.Chats.AddToChannel(channel, creator, member, null, 0);
            return channel;
        },
        CancellationToken.None);

    public Task PromoteAsync(Channel channel, Account account, Tl.ChatAdminRights rights) => World.ChangeAsync(
        () =>
        {
            World.Chats.Promote(channel, World.Roster.Account(channel.CreatorId)!, account, rights, null);
            return true;
        },
        CancellationToken.None).AsTask();

    public Tl.InputPeerBase Peer(TestClient client, PeerKey peer) => peer.Kind switch
    {
        PeerKind.User => new Tl.InputPeerUser { UserId = peer.Id, AccessHash = World.Hashes.For(client.UserId, peer) },
        PeerKind.Group => new Tl.InputPeerChat { ChatId = peer.Id },
        _ => new Tl.InputPeerChannel { ChannelId = peer.Id, AccessHash = World.Hashes.For(client.UserId, peer) },
    };

    public Tl.InputUser User(TestClient client, Account account) => new() { UserId = account.Id, AccessHash = World.Hashes.For(client.UserId, account.Peer) };

    public Tl.InputChannel Input(TestClient client, Channel channel) => new() { ChannelId = channel.Id, AccessHash = World.Hashes.For(client.UserId, channel.Peer) };

    public Tl.Messages.SendMessage Text(TestClient client, PeerKey peer, string text) => new() { Peer = Peer(client, peer), Message = text, RandomId = NextRandom() };

    public async Task<Tl.Message> SendAsync(TestClient client, PeerKey peer, string text) => Message(await client.CallAsync(Text(client, peer, text)));

    /// <summary>The one new message of an answer or push.</summary>
    public static Tl.Message Message(Tl.UpdatesBase updates) => (Tl.Message)((Tl.UpdatesConstructor)updates).Updates
        .Select(update => update switch
        {
            Tl.UpdateNewMessage it => it.Message,
            Tl.UpdateNewChannelMessage it => it.Message,
            Tl.UpdateEditMessage it => it.Message,
            Tl.UpdateEditChannelMessage it => it.Message,
            _ => null,
        })
        .Single(message => message is not null)!;

    public async ValueTask DisposeAsync()
    {
        World.Dispose();
        await _store.DisposeAsync();
    }
}
