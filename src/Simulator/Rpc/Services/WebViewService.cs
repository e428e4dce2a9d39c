using System.Security.Cryptography;
using TelegramRest.Simulator.Rpc.Rich;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Inline;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>Web apps: opening them, what they send, and the buttons that ask for peers (https://core.telegram.org/api/bots/webapps).</summary>
internal sealed class WebViewService(SimulatorWorld world, PeerResolver peers, SendRules rules, ContentRules content, MediaMaker media, RichMaker rich) : IRpcService
{
    private const int DataLimit = 4096;

    private readonly InlineResults _results = new(world, content, rich);
    private readonly InlineSender _sender = new(world, media);

    public void Register(RpcTable table)
    {
        table.On<Tl.Messages.RequestWebView, Tl.WebViewResultUrl>(Access.Person, (caller, method) => Open(caller, method.Peer, method.Bot, method.Url));
        table.On<Tl.Messages.RequestMainWebView, Tl.WebViewResultUrl>(Access.Person, (caller, method) => Open(caller, method.Peer, method.Bot, null));
        table.On<Tl.Messages.RequestSimpleWebView, Tl.WebViewResultUrl>(Access.Person, (caller, method) => new Tl.WebViewResultUrl { Url = AppUrl(Bot(caller.Me, method.Bot), method.Url) });
        table.On<Tl.Messages.ProlongWebView, bool>(Access.Person, (_, _) => true);
        table.OnAsync<Tl.Messages.SendWebViewResultMessage, Tl.WebViewMessageSent>(Access.Bot, AnswerAsync);
        table.On<Tl.Messages.SendWebViewData, Tl.UpdatesBase>(Access.Person, SendData);
        table.On<Tl.Bots.RequestWebViewButton, Tl.Bots.RequestedButton>(Access.Bot, PrepareButton);
        table.On<Tl.Bots.GetRequestedWebViewButton, Tl.KeyboardButtonBase>(Access.Person, GetButton);
        table.On<Tl.Messages.SendBotRequestedPeer, Tl.UpdatesBase>(Access.Person, SendPeers);
    }

    private Tl.WebViewResultUrl Open(Caller caller, Tl.InputPeerBase peer, Tl.InputUserBase user, string? url)
    {
        var bot = Bot(caller.Me, user);
        var view = world.WebViews.Open(caller.Me, bot, peers.Peer(caller.Me, peer));
        return new Tl.WebViewResultUrl { QueryId = view.QueryId, Url = AppUrl(bot, url) };
    }

    private static string AppUrl(Account bot, string? url) => url ?? $"https://example.com/{bot.Username}";

    private async Task<Tl.WebViewMessageSent> AnswerAsync(Caller caller, Tl.Messages.SendWebViewResultMessage method, CancellationToken cancellationToken)
    {
        var bot = caller.Me;
        OpenWebView view;
        Account person;
        InlineMessage message;
        lock (world.Gate)
        {
            message = _results.Check(bot, method.Result).Message;
            view = world.WebViews.Take(bot, method.BotQueryId);
            person = world.Roster.Account(view.UserId)!;
            rules.Check(person, view.Chat, _sender.Kind(message));
        }

        var made = await _sender.MakeAsync(person, message, cancellationToken);
        return await world.ChangeAsync(
            () =>
            {
                var random = RandomNumberGenerator.GetInt32(1, int.MaxValue);
                var sent = _sender.Send(person, view.Chat, bot, message, made, new Draft { RandomId = random });
                return new Tl.WebViewMessageSent { MsgId = message.Markup is Tl.ReplyInlineMarkup ? world.InlineIds.Of(sent.Message, bot) : null };
            },
            cancellationToken);
    }

    private Tl.UpdatesBase SendData(Caller caller, Tl.Messages.SendWebViewData method)
    {
        var bot = Bot(caller.Me, method.Bot);
        if (method.Data.Length is 0 or > DataLimit)
            throw new RpcError(400, "DATA_INVALID");
        rules.Check(caller.Me, bot.Peer, ContentKind.Plain);
        return SentAnswer.Of(world, caller.Me, world.Posts.Send(caller.Me, bot.Peer, new Draft
        {
            Action = new Tl.MessageActionWebViewDataSentMe { Text = method.ButtonText, Data = method.Data },
            RandomId = method.RandomId,
            FromSessionId = caller.SessionId,
        }));
    }

    private Tl.Bots.RequestedButton PrepareButton(Caller caller, Tl.Bots.RequestWebViewButton method)
    {
        var person = peers.User(caller.Me, method.UserId);
        if (method.Button is not Tl.InputKeyboardButtonRequestPeer)
            throw new RpcError(400, "BUTTON_TYPE_INVALID");
        return new Tl.Bots.RequestedButton { WebappReqId = world.WebViews.Prepare(caller.Me, person, method.Button) };
    }

    private Tl.KeyboardButtonBase GetButton(Caller caller, Tl.Bots.GetRequestedWebViewButton method)
    {
        var button = world.WebViews.Prepared(Bot(caller.Me, method.Bot), caller.Me, method.WebappReqId) ?? throw new RpcError(400, "WEBAPP_REQ_ID_INVALID");
        return MarkupPainter.Shown(button);
    }

    private Tl.UpdatesBase SendPeers(Caller caller, Tl.Messages.SendBotRequestedPeer method)
    {
        var me = caller.Me;
        var chat = peers.Peer(me, method.Peer);
        if (chat.Kind != PeerKind.User || world.Roster.Account(chat.Id) is not { IsBot: true } bot)
            throw new RpcError(400, "PEER_ID_INVALID");
        var button = Asked(me, bot, method) ?? throw new RpcError(400, "BUTTON_INVALID");
        if (method.RequestedPeers.Length == 0 || method.RequestedPeers.Length > Math.Max(1, button.MaxQuantity))
            throw new RpcError(400, "REQUESTED_PEERS_INVALID");
        var chosen = method.RequestedPeers.Select(each => peers.Peer(me, each)).ToArray();
        if (!chosen.All(peer => Fits(peer, button.PeerType)))
            throw new RpcError(400, "PEER_ID_INVALID");
        return SentAnswer.Of(world, me, world.Posts.Send(me, chat, new Draft
        {
            Action = new Tl.MessageActionRequestedPeerSentMe { ButtonId = button.ButtonId, Peers = [.. chosen.Select(peer => Requested(peer, button))] },
            FromSessionId = caller.SessionId,
        }));
    }

    private Tl.InputKeyboardButtonRequestPeer? Asked(Account me, Account bot, Tl.Messages.SendBotRequestedPeer method)
    {
        if (method.WebappReqId is { } id)
            return world.WebViews.Prepared(bot, me, id) as Tl.InputKeyboardButtonRequestPeer;
        var markup = method.MsgId is { } messageId ? world.Boxes.Of(me).Messages.GetValueOrDefault(messageId)?.Markup as Tl.ReplyKeyboardMarkup : null;
        return markup?.Rows.SelectMany(row => row.Buttons).OfType<Tl.InputKeyboardButtonRequestPeer>().FirstOrDefault(button => button.ButtonId == method.ButtonId);
    }

    private bool Fits(PeerKey peer, Tl.RequestPeerTypeBase type) => type switch
    {
        Tl.RequestPeerTypeUser wish => peer.Kind == PeerKind.User && (wish.Bot is not { } bot || bot == world.Roster.Account(peer.Id)!.IsBot),
        Tl.RequestPeerTypeBroadcast => peer.Kind == PeerKind.Channel && world.Roster.Channel(peer.Id)!.Broadcast,
        Tl.RequestPeerTypeChat => peer.Kind == PeerKind.Group || (peer.Kind == PeerKind.Channel && !world.Roster.Channel(peer.Id)!.Broadcast),
        _ => false,
    };

    private Tl.RequestedPeerBase Requested(PeerKey peer, Tl.InputKeyboardButtonRequestPeer button)
    {
        switch (peer.Kind)
        {
            case PeerKind.User:
                var user = world.Roster.Account(peer.Id)!;
                return new Tl.RequestedPeerUser
                {
                    UserId = user.Id,
                    FirstName = button.NameRequested ? user.FirstName : null,
                    LastName = button.NameRequested ? user.LastName : null,
                    Username = button.UsernameRequested ? user.Username : null,
                    Photo = button.PhotoRequested ? Photo(user.Photos.Count > 0 ? user.Photos[0] : null) : null,
                };
            case PeerKind.Group:
                var group = world.Roster.Group(peer.Id)!;
                return new Tl.RequestedPeerChat { ChatId = group.Id, Title = button.NameRequested ? group.Title : null, Photo = button.PhotoRequested ? Photo(group.PhotoId) : null };
            default:
                var channel = world.Roster.Channel(peer.Id)!;
                return new Tl.RequestedPeerChannel
                {
                    ChannelId = channel.Id,
                    Title = button.NameRequested ? channel.Title : null,
                    Username = button.UsernameRequested ? channel.Username : null,
                    Photo = button.PhotoRequested ? Photo(channel.PhotoId) : null,
                };
        }
    }

    private Tl.Photo? Photo(long? id) => id is { } known && world.Files.Find(known) is { } file ? world.Files.ToPhoto(file) : null;

    private Account Bot(Account me, Tl.InputUserBase user) => peers.TryUser(me, user) is { IsBot: true } bot ? bot : throw new RpcError(400, "BOT_INVALID");
}
