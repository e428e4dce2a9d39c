using TelegramRest.Simulator.World;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>Buttons that ask a bot (https://core.telegram.org/api/bots/buttons#callback-queries).</summary>
internal sealed class CallbackService(SimulatorWorld world, PeerResolver peers) : IRpcService
{
    private const int TextLimit = 200;

    public void Register(RpcTable table)
    {
        table.OnAsync<Tl.Messages.GetBotCallbackAnswer, Tl.Messages.BotCallbackAnswer>(Access.Person, PressAsync);
        table.On<Tl.Messages.SetBotCallbackAnswer, bool>(Access.Bot, Answer);
    }

    private async Task<Tl.Messages.BotCallbackAnswer> PressAsync(Caller caller, Tl.Messages.GetBotCallbackAnswer method, CancellationToken cancellationToken)
    {
        var query = await world.ChangeAsync(
            () =>
            {
                var chat = peers.Peer(caller.Me, method.Peer);
                var box = world.Boxes.For(caller.Me, chat);
                if (!box.Messages.TryGetValue(method.MsgId, out var message))
                    throw new RpcError(400, "MESSAGE_ID_INVALID");
                return world.Callbacks.Press(caller.Me, box, message, method.Data ?? throw new RpcError(400, "DATA_INVALID"));
            },
            cancellationToken);
        return await world.Callbacks.WaitAsync(query, cancellationToken);
    }

    private bool Answer(Caller caller, Tl.Messages.SetBotCallbackAnswer method)
    {
        if (method.Message is { Length: > TextLimit })
            throw new RpcError(400, "MESSAGE_TOO_LONG");
        if (method.Url is { Length: > 0 } url && !Uri.TryCreate(url, UriKind.Absolute, out _))
            throw new RpcError(400, "URL_INVALID");
        world.Callbacks.Answer(caller.Me, method.QueryId, new Tl.Messages.BotCallbackAnswer
        {
            Alert = method.Alert,
            HasUrl = method.Url is { Length: > 0 },
            NativeUi = true,
            Message = method.Message is { Length: > 0 } text ? text : null,
            Url = method.Url is { Length: > 0 } link ? link : null,
            CacheTime = method.CacheTime,
        });
        return true;
    }
}
