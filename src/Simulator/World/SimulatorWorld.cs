using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using TelegramRest.Simulator.Sessions;
using TelegramRest.Simulator.Storage;
using TelegramRest.Simulator.World.Business;
using TelegramRest.Simulator.World.Chats;
using TelegramRest.Simulator.World.Ephemeral;
using TelegramRest.Simulator.World.Files;
using TelegramRest.Simulator.World.Inline;
using TelegramRest.Simulator.World.Logins;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Persistence;
using TelegramRest.Simulator.World.Polls;
using TelegramRest.Simulator.World.Stickers;

namespace TelegramRest.Simulator.World;

/// <summary>
/// Everything that a simulated Telegram knows: people, bots, chats, messages, files, and the logs that updates come from.
/// One lock guards it all; what takes time (files, waiting for a bot's answer) happens outside of it.
/// </summary>
public sealed class SimulatorWorld : IDisposable
{
    private readonly IStateStore _store;
    private readonly BlobStore _blobs;

    private SimulatorWorld(IStateStore store, BlobStore blobs, bool keep, IUpdatePusher pusher, TimeProvider time, ILoggerFactory loggers)
    {
        _store = store;
        _blobs = blobs;
        Log = loggers.CreateLogger("TelegramRest.Simulator.World");
        Pusher = pusher;
        Clock = new Clock(time);
        Rows = new Rows(store, keep);
        Roster = new Roster(Rows);
        Boxes = new Boxes(Rows);
        Outbox = new Outbox(pusher);
        Hashes = new AccessHashes(Secret());
        Files = new FileShelf(this, blobs);
        Logins = new LoginDesk(this);
        Posts = new PostOffice(this);
        Pins = new PinBoard(this);
        Reads = new ReadMarks(this);
        Bots = new BotNotices(this);
        Callbacks = new CallbackDesk(this);
        Inline = new InlineDesk(this);
        InlineIds = new InlineMessageIds(this);
        WebViews = new WebViewDesk(this);
        Guests = new GuestDesk(this);
        Business = new BusinessDesk(this);
        Direct = new DirectMessages(this);
        Stickers = new StickerShelf(this);
        Ephemeral = new EphemeralDesk(this);
        Chats = new ChatRegistry(this);
        Alarms = new Alarms(this);
        Flood = new FloodGate(Clock);
        Polls = new PollDesk(this);
        Topics = new TopicBoard(this);
        Scheduled = new ScheduledShelf(this);
        Drafts = new DraftShelf(this);
    }

    internal ILogger Log { get; }

    internal IUpdatePusher Pusher { get; }

    internal Clock Clock { get; }

    internal Rows Rows { get; }

    internal Roster Roster { get; }

    internal Boxes Boxes { get; }

    internal Outbox Outbox { get; }

    internal AccessHashes Hashes { get; }

    internal FileShelf Files { get; }

    internal ExternalFetcher Fetcher { get; } = new();

    internal LoginDesk Logins { get; }

    internal PostOffice Posts { get; }

    internal PinBoard Pins { get; }

    internal ReadMarks Reads { get; }

    internal BotNotices Bots { get; }

    internal CallbackDesk Callbacks { get; }

    internal InlineDesk Inline { get; }

    internal InlineMessageIds InlineIds { get; }

    internal WebViewDesk WebViews { get; }

    internal GuestDesk Guests { get; }

    internal BusinessDesk Business { get; }

    internal DirectMessages Direct { get; }

    internal StickerShelf Stickers { get; }

    internal EphemeralDesk Ephemeral { get; }

    internal ChatRegistry Chats { get; }

    internal Alarms Alarms { get; }

    internal FloodGate Flood { get; }

    internal PollDesk Polls { get; }

    internal TopicBoard Topics { get; }

    internal ScheduledShelf Scheduled { get; }

    internal DraftShelf Drafts { get; }

    /// <summary>The data centre that new accounts and files belong to unless something else is said.</summary>
    internal int MainDc { get; set; } = 2;

    internal Lock Gate { get; } = new();

    /// <param name="directory">Where file contents are kept; null for a world that forgets.</param>
    internal static SimulatorWorld Open(IStateStore store, string? directory, IUpdatePusher pusher, TimeProvider time, ILoggerFactory loggers)
    {
        var blobs = directory is null ? BlobStore.Forgetful() : BlobStore.Persistent(Path.Combine(directory, "files"));
        var world = new SimulatorWorld(store, blobs, keep: directory is not null, pusher, time, loggers);
        world.Roster.Load();
        world.Boxes.Load();
        world.Files.Load();
        world.Business.Load();
        world.Stickers.Load();
        world.Ephemeral.Load();
        world.Direct.Load();
        world.Logins.Load();
        world.Polls.Load();
        world.Drafts.Load();
        world.Scheduled.Load();
        world.Roster.AddService(world.MainDc);
        return world;
    }

    /// <summary>Makes what a newcomer needs to try things: a bot, a person with a phone number, and a chat between them. Does nothing the second time.</summary>
    public DemoSeed EnsureDemo()
    {
        DemoSeed seed;
        long outbox;
        lock (Gate)
        {
            seed = new DemoSeeder(this).Ensure();
            outbox = Outbox.Last;
        }

        _store.FlushAsync().AsTask().GetAwaiter().GetResult();
        Outbox.Release(outbox);
        return seed;
    }

    /// <summary>Runs a change under the world's lock; returns when it is on disk and its updates are on their way.</summary>
    internal async ValueTask<T> ChangeAsync<T>(Func<T> change, CancellationToken cancellationToken)
    {
        T result;
        long outbox;
        lock (Gate)
        {
            result = change();
            outbox = Outbox.Last;
        }

        // A change that is made must be released even when the caller has gone.
        await _store.FlushAsync(CancellationToken.None);
        Outbox.Release(outbox);
        cancellationToken.ThrowIfCancellationRequested();
        return result;
    }

    /// <summary>As <see cref="ChangeAsync"/>, for what time itself brings about.</summary>
    internal void Change(Action change)
    {
        long outbox;
        lock (Gate)
        {
            change();
            outbox = Outbox.Last;
        }

        _store.FlushAsync().AsTask().GetAwaiter().GetResult();
        Outbox.Release(outbox);
    }

    internal Scene Scene(Account viewer) => new(this, viewer);

    public void Dispose()
    {
        Alarms.Dispose();
        Fetcher.Dispose();
        _blobs.Dispose();
    }

    private byte[] Secret()
    {
        foreach (var (key, value) in Rows.Load(Rows.Meta))
        {
            if (key == "secret")
                return value;
        }

        var secret = RandomNumberGenerator.GetBytes(32);
        Rows.SaveMeta("secret", secret);
        return secret;
    }
}
