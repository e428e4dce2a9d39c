using TelegramRest.Simulator.Rpc.Media;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>messages.editInlineBotMessage: a bot edits what somebody sent through it (https://core.telegram.org/method/messages.editInlineBotMessage). It is asked for at the message's data centre.</summary>
internal sealed class InlineEditService(SimulatorWorld world, ContentRules content, MediaMaker media) : IRpcService
{
    public void Register(RpcTable table) => table.OnAsync<Tl.Messages.EditInlineBotMessage, bool>(Access.Bot | Access.Everywhere, EditAsync);

    private async Task<bool> EditAsync(Caller caller, Tl.Messages.EditInlineBotMessage method, CancellationToken cancellationToken)
    {
        var bot = caller.Me;
        lock (world.Gate)
            Find(caller, method);

        // An inline message can only show what Telegram has or can fetch.
        if (method.Media is Tl.InputMediaUploadedPhoto or Tl.InputMediaUploadedDocument)
            throw new RpcError(400, "MEDIA_NEW_INVALID");
        var made = method.Media is { } input && EditContents.IsMade(input) ? await media.MakeAsync(bot, input, cancellationToken) : null;
        return await world.ChangeAsync(() => Edit(caller, method, made), cancellationToken);
    }

    private bool Edit(Caller caller, Tl.Messages.EditInlineBotMessage method, Tl.MessageMediaBase? made)
    {
        var bot = caller.Me;
        var message = Find(caller, method);
        var markup = content.Markup(bot, method.ReplyMarkup);
        var newMedia = method.Media switch
        {
            Tl.InputMediaGeoLive live when message.Media is Tl.MessageMediaGeoLive before => Places.Move(before, live, world.Clock.Now - message.Date),
            not null => made ?? throw new RpcError(400, "MEDIA_PREV_INVALID"),
            null => message.Media is Tl.MessageMediaWebPage && method.Message is not null ? null : message.Media,
        };
        var (text, entities) = (message.Text, message.Entities);
        if (method.Message is { } given)
        {
            var isText = newMedia is null or Tl.MessageMediaWebPage;
            var formatted = isText ? content.Text(bot, given, method.Entities) : content.Caption(bot, given, method.Entities);
            (text, entities) = (formatted.Text, formatted.Entities);
        }

        var contentSame = text == message.Text && SameContent.SameAll(entities, message.Entities)
            && SameContent.Same(world.Files.Refresh(newMedia), world.Files.Refresh(message.Media)) && (method.Message is null || method.InvertMedia == message.InvertMedia);
        if (contentSame && SameContent.Same(markup, message.Markup))
            throw new RpcError(400, "MESSAGE_NOT_MODIFIED");
        (message.Text, message.Entities, message.Media, message.Markup) = (text, entities, newMedia, markup);
        if (method.Message is not null)
            message.InvertMedia = method.InvertMedia;
        message.EditDate = world.Clock.Now;
        message.EditHidden = contentSame;
        world.Posts.Edited(message, bot, caller.SessionId);
        return true;
    }

    private StoredMessage Find(Caller caller, Tl.Messages.EditInlineBotMessage method) =>
        world.InlineIds.Find(method.Id, caller.Me, caller.Context.DcId) ?? throw new RpcError(400, "MESSAGE_ID_INVALID");
}
