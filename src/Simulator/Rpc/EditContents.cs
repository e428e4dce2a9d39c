using TelegramRest.Simulator.Rpc.Media;
using TelegramRest.Simulator.Rpc.Rich;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc;

/// <summary>What an edit makes of a message, and which media may take the place of which.</summary>
internal sealed class EditContents(SimulatorWorld world, ContentRules content, RichMaker rich)
{
    /// <summary>Whether the new media has to be made of files or links; a poll is only ended, a place moved, a checklist rewritten.</summary>
    public static bool IsMade(Tl.InputMediaBase? media) => media is not (null or Tl.InputMediaPoll or Tl.InputMediaGeoLive or Tl.InputMediaTodo);

    /// <exception cref="RpcError">MEDIA_PREV_INVALID, MEDIA_NEW_INVALID, MEDIA_GROUPED_INVALID.</exception>
    public static void CheckMedia(StoredMessage message, Tl.InputMediaBase? media, Func<Tl.InputMediaBase, ContentKind> kindOf)
    {
        var fits = media switch
        {
            null => true,
            Tl.InputMediaPoll poll => message.Media is Tl.MessageMediaPoll && (poll.Poll.Closed ? true : throw new RpcError(400, "MEDIA_NEW_INVALID")),
            Tl.InputMediaGeoLive => message.Media is Tl.MessageMediaGeoLive,
            Tl.InputMediaTodo => message.Media is Tl.MessageMediaToDo,
            Tl.InputMediaWebPage or Tl.InputMediaEmpty => message.Media is null or Tl.MessageMediaWebPage,
            _ => IsReplaceable(ContentKinds.Of(message.Media)),
        };
        if (!fits)
            throw new RpcError(400, "MEDIA_PREV_INVALID");
        if (media is null || !IsMade(media))
            return;
        var kind = kindOf(media);
        if (!IsReplaceable(kind))
            throw new RpcError(400, "MEDIA_NEW_INVALID");
        if (message.GroupedId is not null && Family(kind) != Family(ContentKinds.Of(message.Media)))
            throw new RpcError(400, "MEDIA_GROUPED_INVALID");
    }

    public EditedContent After(Account me, StoredMessage message, Tl.Messages.EditMessage method, Tl.MessageMediaBase? made)
    {
        var markup = content.Markup(me, method.ReplyMarkup);
        if (method.RichMessage is { } article)
            return new EditedContent("", [], null, rich.Make(me, article), markup, false);
        if (method is { Message: null, Media: null, ReplyMarkup: null } && !me.IsBot)
            throw new RpcError(400, "MESSAGE_NOT_MODIFIED");
        var media = method.Media switch
        {
            null => message.Media,
            Tl.InputMediaPoll => message.Media,
            Tl.InputMediaGeoLive live => Places.Move((Tl.MessageMediaGeoLive)message.Media!, live, world.Clock.Now - message.Date),
            Tl.InputMediaTodo todo => Checklists.Rewrite((Tl.MessageMediaToDo)message.Media!, todo.Todo),
            _ => made,
        };

        // A text becomes the caption when there is media; web page previews are none.
        var isText = media is null or Tl.MessageMediaWebPage;
        if (method.Message is not { } given)
            return new EditedContent(message.Text, message.Entities, media, message.Rich, markup, message.InvertMedia);
        if (isText && method.Media is null)
            media = null;
        var text = isText ? content.Text(me, given, method.Entities) : content.Caption(me, given, method.Entities);
        return new EditedContent(text.Text, text.Entities, media, null, markup, method.InvertMedia);
    }

    private static bool IsReplaceable(ContentKind kind) =>
        kind is ContentKind.Plain or ContentKind.Photo or ContentKind.Video or ContentKind.Gif or ContentKind.Audio or ContentKind.Document;

    private static ContentKind Family(ContentKind kind) => kind == ContentKind.Video ? ContentKind.Photo : kind;
}
