using TelegramRest.Simulator.Rpc.Rich;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>messages.editInlineBotMessage: a bot edits what somebody sent through it (https://core.telegram.org/method/messages.editInlineBotMessage). It is asked for at the message's data centre.</summary>
internal sealed class InlineEditService(SimulatorWorld world, ContentRules content, MediaMaker media, RichMaker rich) : IRpcService
{
    private readonly EditContents _contents = new(world, content, rich);

    public void Register(RpcTable table) => table.OnAsync<Tl.Messages.EditInlineBotMessage, bool>(Access.Bot | Access.Everywhere, EditAsync);

    private async Task<bool> EditAsync(Caller caller, Tl.Messages.EditInlineBotMessage method, CancellationToken cancellationToken)
    {
        lock (world.Gate)
            EditContents.CheckMedia(Find(caller, method), method.Media, media.KindOf);

        // An inline message can only show what Telegram has or can fetch.
        if (method.Media is Tl.InputMediaUploadedPhoto or Tl.InputMediaUploadedDocument)
            throw new RpcError(400, "MEDIA_NEW_INVALID");
        var made = EditContents.IsMade(method.Media) ? await media.MakeAsync(caller.Me, method.Media!, cancellationToken) : null;
        return await world.ChangeAsync(() => Edit(caller, method, made), cancellationToken);
    }

    private bool Edit(Caller caller, Tl.Messages.EditInlineBotMessage method, Tl.MessageMediaBase? made)
    {
        var bot = caller.Me;
        var message = Find(caller, method);
        var after = _contents.After(bot, message, AsEdit(method), made);
        var contentSame = after.SameContent(message, world);
        if (contentSame && SameContent.Same(after.Markup, message.Markup))
            throw new RpcError(400, "MESSAGE_NOT_MODIFIED");
        after.Apply(message);
        message.EditDate = world.Clock.Now;
        message.EditHidden = contentSame;
        world.Posts.Edited(message, bot, caller.SessionId);
        return true;
    }

    private static Tl.Messages.EditMessage AsEdit(Tl.Messages.EditInlineBotMessage method) => new()
    {
        NoWebpage = method.NoWebpage,
        InvertMedia = method.InvertMedia,
        Peer = new Tl.InputPeerEmpty(),
        Id = 0,
        Message = method.Message,
        Media = method.Media,
        ReplyMarkup = method.ReplyMarkup,
        Entities = method.Entities,
        RichMessage = method.RichMessage,
    };

    private StoredMessage Find(Caller caller, Tl.Messages.EditInlineBotMessage method) =>
        world.InlineIds.Find(method.Id, caller.Me, caller.Context.DcId) ?? throw new RpcError(400, "MESSAGE_ID_INVALID");
}
