using System.Globalization;
using Microsoft.Extensions.Logging;
using TelegramRest.Simulator.Rpc.Rich;
using TelegramRest.Simulator.Rpc.Services;
using TelegramRest.Simulator.Sessions;
using TelegramRest.Simulator.Storage;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Business;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc;

/// <summary>Finds who answers a method, and first whether the caller may ask (https://core.telegram.org/api/errors).</summary>
internal sealed class RpcDispatcher : IRpcDispatcher
{
    private readonly SimulatorWorld _world;
    private readonly IStateStore _store;
    private readonly ILogger _log;
    private readonly RpcTable _table = new();
    private readonly BusinessRules _business;

    public RpcDispatcher(SimulatorWorld world, IUpdatePusher pusher, IStateStore store, ILoggerFactory loggers)
    {
        _world = world;
        _store = store;
        _log = loggers.CreateLogger("TelegramRest.Simulator.Rpc");
        var peers = new PeerResolver(world);
        _business = new BusinessRules(world, peers);
        var rules = new SendRules(world);
        var content = new ContentRules(world, peers);
        var media = new MediaMaker(world);
        var desk = new SendDesk(world, peers, rules, content);
        var rich = new RichMaker(world);
        IRpcService[] services =
        [
            new HelpService(world),
            new LangpackService(),
            new AuthService(world, pusher),
            new LoginService(world),
            new PasswordService(world),
            new AccountService(world, pusher),
            new UsersService(world, peers),
            new ContactsService(world, peers),
            new UpdatesService(world, peers),
            new SendService(world, peers, desk, content, media, rich),
            new AlbumService(world, desk, content, media),
            new ForwardService(world, peers, desk),
            new TypingService(world, peers, rules, content, rich),
            new EditService(world, peers, rules, desk, content, media, rich),
            new DeleteService(world, peers),
            new HistoryService(world, peers),
            new DialogsService(world, peers),
            new ReadService(world, peers),
            new ReactionsService(world, peers),
            new PollService(world, peers, media),
            new ChecklistService(world, peers),
            new ScheduledService(world, peers),
            new DraftService(world, peers, rich),
            new TopicsService(world, peers, desk),
            new PinService(world, peers),
            new CallbackService(world, peers),
            new InlineService(world, peers, rules, content, media, rich),
            new InlineEditService(world, content, media, rich),
            new WebViewService(world, peers, rules, content, media, rich),
            new GuestService(world, content, media, rich),
            new BusinessService(world, peers),
            new StickersService(world, peers),
            new DirectMessagesService(world, peers),
            new EphemeralService(world, peers, rules, content, media),
            new BasicGroupsService(world, peers, media),
            new ChatSettingsService(world, peers),
            new InvitesService(world, peers),
            new ChannelsService(world, peers, media),
            new ChannelMembersService(world, peers),
            new EmptyListsService(),
            new UploadService(world),
            new PhotosService(world, peers),
            new BotsService(world, peers),
        ];
        foreach (var service in services)
            service.Register(_table);
    }

    public async ValueTask<object> InvokeAsync(RpcContext context, Tl.TlMethod method, CancellationToken cancellationToken)
    {
        if (_table.Find(method.GetType()) is not { } route)
        {
            Log.MethodNotSimulated(_log, method.GetType().FullName!);
            throw new RpcError(400, "METHOD_INVALID");
        }

        if (context.BusinessConnectionId is { } connectionId)
            return await InvokeInNameAsync(context, connectionId, method, route, cancellationToken);
        return await RunAsync(Admit(context, route.Access), method, route, cancellationToken);
    }

    /// <summary>A connected bot's request runs as one of the person who connected it; the answer is put in the bot's words.</summary>
    private async Task<object> InvokeInNameAsync(RpcContext context, string connectionId, Tl.TlMethod method, Route route, CancellationToken cancellationToken)
    {
        Account person;
        lock (_world.Gate)
        {
            var connection = _business.Require(context.UserId is { } botId ? _world.Roster.Account(botId) : null, connectionId);
            BusinessScope.Current = connection;
            _business.Check(connection, method);
            person = _world.Roster.Account(connection.UserId)!;
        }

        var result = await RunAsync(new Caller(context, person), method, route, cancellationToken);
        lock (_world.Gate)
            return _business.Answer(BusinessScope.Current, result);
    }

    private async Task<object> RunAsync(Caller caller, Tl.TlMethod method, Route route, CancellationToken cancellationToken)
    {
        try
        {
            if (route.Now is { } now)
                return await _world.ChangeAsync(() => now(caller, method), cancellationToken);
            var result = await route.Later!(caller, method, cancellationToken);
            await _store.FlushAsync(CancellationToken.None);
            return result;
        }
        catch (RpcError)
        {
            // A refusal may have changed something too: a wrong code counts.
            await _store.FlushAsync(CancellationToken.None);
            throw;
        }
    }

    private Caller Admit(RpcContext context, Access access)
    {
        Account? account = null;
        if (context.UserId is { } userId)
        {
            lock (_world.Gate)
                account = _world.Roster.Account(userId);
        }

        if ((access & Access.Account) == Access.Anyone)
            return new Caller(context, account);
        if (account is null || account.Deleted)
            throw new RpcError(401, "AUTH_KEY_UNREGISTERED");
        if (account.IsBot && !access.HasFlag(Access.Bot))
            throw new RpcError(400, "BOT_METHOD_INVALID");
        if (!account.IsBot && !access.HasFlag(Access.Person))
            throw new RpcError(400, "USER_BOT_REQUIRED");
        if (account.HomeDc != context.DcId && !access.HasFlag(Access.Everywhere))
            throw new RpcError(303, string.Create(CultureInfo.InvariantCulture, $"USER_MIGRATE_{account.HomeDc}"));
        return new Caller(context, account);
    }
}
