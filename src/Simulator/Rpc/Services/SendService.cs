using TelegramRest.Simulator.Rpc.Rich;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>messages.*: sending text and media; uploading media for later.</summary>
internal sealed class SendService(SimulatorWorld world, PeerResolver peers, SendDesk desk, ContentRules content, MediaMaker media, RichMaker rich) : IRpcService
{
    public void Register(RpcTable table)
    {
        table.OnAsync<Tl.Messages.SendMessage, Tl.UpdatesBase>(Access.Account, SendMessageAsync);
        table.OnAsync<Tl.Messages.SendMedia, Tl.UpdatesBase>(Access.Account, SendMediaAsync);
        table.OnAsync<Tl.Messages.UploadMedia, Tl.MessageMediaBase>(Access.Account, UploadMediaAsync);
        table.On<Tl.Messages.GetWebPagePreview, Tl.Messages.WebPagePreview>(Access.Person, (_, _) => new Tl.Messages.WebPagePreview { Media = new Tl.MessageMediaEmpty(), Chats = [], Users = [] });
        table.On<Tl.Messages.StartBot, Tl.UpdatesBase>(Access.Person, StartBot);
    }

    private async Task<Tl.UpdatesBase> SendMessageAsync(Caller caller, Tl.Messages.SendMessage method, CancellationToken cancellationToken) => await world.ChangeAsync(
        () =>
        {
            var terms = SendTerms.Of(method);
            var (chat, draft) = desk.Open(caller, terms, [ContentKind.Plain]);
            desk.RequireNew(caller.Me, method.RandomId);
            draft = draft with { RandomId = method.RandomId };
            if (method.RichMessage is { } article)
                return desk.Close(caller, chat, terms, draft with { Rich = rich.Make(caller.Me, article) });
            var text = content.Text(caller.Me, method.Message, method.Entities);
            return desk.Close(caller, chat, terms, draft with { Text = text.Text, Entities = text.Entities });
        },
        cancellationToken);

    private async Task<Tl.UpdatesBase> SendMediaAsync(Caller caller, Tl.Messages.SendMedia method, CancellationToken cancellationToken)
    {
        var terms = SendTerms.Of(method);
        (PeerKey Chat, Draft Draft) Prepare()
        {
            var (chat, draft) = desk.Open(caller, terms, [media.KindOf(method.Media)]);
            desk.RequireNew(caller.Me, method.RandomId);
            CheckPlace(chat, method.Media);
            var isText = method.Media is Tl.InputMediaWebPage or Tl.InputMediaEmpty;
            var text = isText ? content.Text(caller.Me, method.Message, method.Entities) : content.Caption(caller.Me, method.Message, method.Entities);
            return (chat, draft with { Text = text.Text, Entities = text.Entities, RandomId = method.RandomId });
        }

        // What is wrong should be said before files are taken from their parts, and may have changed after that.
        lock (world.Gate)
            Prepare();
        var made = await media.MakeAsync(caller.Me, method.Media, cancellationToken);
        return await world.ChangeAsync(
            () =>
            {
                var (chat, draft) = Prepare();
                return desk.Close(caller, chat, terms, draft with { Media = made });
            },
            cancellationToken);
    }

    private async Task<Tl.MessageMediaBase> UploadMediaAsync(Caller caller, Tl.Messages.UploadMedia method, CancellationToken cancellationToken)
    {
        lock (world.Gate)
            peers.Peer(caller.Me, method.Peer);
        if (method.Media is Tl.InputMediaPoll or Tl.InputMediaTodo or Tl.InputMediaPaidMedia)
            throw new RpcError(400, "MEDIA_INVALID");
        return await media.MakeAsync(caller.Me, method.Media, cancellationToken) ?? throw new RpcError(400, "MEDIA_INVALID");
    }

    private Tl.UpdatesBase StartBot(Caller caller, Tl.Messages.StartBot method)
    {
        var me = caller.Me;
        var bot = peers.User(me, method.Bot);
        if (!bot.IsBot)
            throw new RpcError(400, "BOT_INVALID");
        if (method.StartParam.Length > 64)
            throw new RpcError(400, "START_PARAM_TOO_LONG");
        if (!method.StartParam.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-'))
            throw new RpcError(400, "START_PARAM_INVALID");
        var terms = new SendTerms { Peer = method.Peer };
        var (chat, draft) = desk.Open(caller, terms, [ContentKind.Plain]);
        desk.RequireNew(me, method.RandomId);
        var command = chat.Kind == PeerKind.User ? "/start" : $"/start@{bot.Username}";
        var text = content.Text(me, $"{command} {method.StartParam}", null);
        return desk.Close(caller, chat, terms, draft with { Text = text.Text, Entities = text.Entities, RandomId = method.RandomId });
    }

    /// <summary>Who voted would be seen by all readers of a channel.</summary>
    private void CheckPlace(PeerKey chat, Tl.InputMediaBase input)
    {
        if (input is Tl.InputMediaPoll { Poll.PublicVoters: true } && chat.Kind == PeerKind.Channel && world.Roster.Channel(chat.Id) is { Broadcast: true })
            throw new RpcError(400, "BROADCAST_PUBLIC_VOTERS_FORBIDDEN");
    }
}
