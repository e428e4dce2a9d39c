using TelegramRest.Simulator.Rpc.Rich;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Inline;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc;

/// <summary>Checks the inline results of a bot and turns them into what people see and send (https://core.telegram.org/type/InputBotInlineResult).</summary>
internal sealed class InlineResults(SimulatorWorld world, ContentRules content, RichMaker rich)
{
    private const int IdLimit = 64;

    /// <exception cref="RpcError">RESULT_…, …_EMPTY, …_INVALID: the first thing that is wrong.</exception>
    public InlineResult Check(Account bot, Tl.InputBotInlineResultBase input)
    {
        switch (input)
        {
            case Tl.InputBotInlineResult result:
                return External(bot, result);
            case Tl.InputBotInlineResultPhoto result:
                RequireId(result.Id);
                var photo = Photo(result.Photo);
                var (photoShown, photoSent) = Message(bot, result.SendMessage, new InlineMessage { FileId = photo.Id });
                return new InlineResult(
                    result.Id,
                    new Tl.BotInlineMediaResult { Id = result.Id, Type = result.Type, Photo = world.Files.ToPhoto(photo), SendMessage = photoShown },
                    photoSent);
            case Tl.InputBotInlineResultDocument result:
                RequireId(result.Id);
                var document = Document(result);
                var (documentShown, documentSent) = Message(bot, result.SendMessage, new InlineMessage { FileId = document.Id });
                return new InlineResult(
                    result.Id,
                    new Tl.BotInlineMediaResult
                    {
                        Id = result.Id,
                        Type = result.Type,
                        Document = world.Files.ToDocument(document),
                        Title = result.Title,
                        Description = result.Description,
                        SendMessage = documentShown,
                    },
                    documentSent);
            case Tl.InputBotInlineResultGame result:
                RequireId(result.Id);
                var game = new Tl.Game { Id = bot.Id, AccessHash = world.Hashes.For(bot.Id, bot.Peer), ShortName = result.ShortName, Title = result.ShortName, Description = "", Photo = new Tl.PhotoEmpty() };
                var (gameShown, gameSent) = Message(bot, result.SendMessage, new InlineMessage { Made = new Tl.MessageMediaGame { Game = game } });
                return new InlineResult(result.Id, new Tl.BotInlineResult { Id = result.Id, Type = "game", SendMessage = gameShown }, gameSent);
            default:
                throw new RpcError(400, "RESULT_TYPE_INVALID");
        }
    }

    private InlineResult External(Account bot, Tl.InputBotInlineResult result)
    {
        RequireId(result.Id);
        CheckContent(result);
        var media = result.Content switch
        {
            { } picture when result.Type == "photo" => new InlineMessage { Media = new Tl.InputMediaPhotoExternal { Url = picture.Url } },
            { } file when result.Type != "article" => new InlineMessage { Media = new Tl.InputMediaDocumentExternal { Url = file.Url } },
            _ => null,
        };
        var (shown, sent) = Message(bot, result.SendMessage, media);
        return new InlineResult(
            result.Id,
            new Tl.BotInlineResult
            {
                Id = result.Id,
                Type = result.Type,
                Title = result.Title,
                Description = result.Description,
                Url = result.Url,
                Thumb = Shown(result.Thumb),
                Content = Shown(result.Content),
                SendMessage = shown,
            },
            sent);
    }

    private static void CheckContent(Tl.InputBotInlineResult result)
    {
        foreach (var document in (Tl.InputWebDocument?[])[result.Thumb, result.Content])
            Require(document is null || Uri.TryCreate(document.Url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https", "WEBDOCUMENT_URL_INVALID");
        var (hasTitle, mimeType) = (!string.IsNullOrWhiteSpace(result.Title), result.Content?.MimeType);
        switch (result.Type)
        {
            case "article":
                Require(hasTitle, "ARTICLE_TITLE_EMPTY");
                break;
            case "photo":
                Require(result.Content is not null, "PHOTO_CONTENT_URL_EMPTY");
                Require(result.Thumb is not null, "PHOTO_THUMB_URL_EMPTY");
                Require(mimeType is "image/jpeg" or "", "PHOTO_CONTENT_TYPE_INVALID");
                break;
            case "gif":
                Require(mimeType is "image/gif" or "video/mp4", "GIF_CONTENT_TYPE_INVALID");
                break;
            case "video":
                Require(hasTitle, "VIDEO_TITLE_EMPTY");
                Require(mimeType is "video/mp4" or "text/html", "VIDEO_CONTENT_TYPE_INVALID");
                break;
            case "audio" or "voice":
                Require(hasTitle, "AUDIO_TITLE_EMPTY");
                Require(result.Content is not null, "AUDIO_CONTENT_URL_EMPTY");
                break;
            case "file":
                Require(hasTitle, "FILE_TITLE_EMPTY");
                Require(mimeType is "application/pdf" or "application/zip", "FILE_CONTENT_TYPE_INVALID");
                break;
            case "geo" or "venue" or "contact" or "sticker":
                break;
            default:
                throw new RpcError(400, "RESULT_TYPE_INVALID");
        }
    }

    private (Tl.BotInlineMessageBase Shown, InlineMessage Sent) Message(Account bot, Tl.InputBotInlineMessageBase message, InlineMessage? media) => message switch
    {
        Tl.InputBotInlineMessageMediaAuto it => Captioned(bot, it, media ?? throw new RpcError(400, "SEND_MESSAGE_MEDIA_INVALID")),
        Tl.InputBotInlineMessageGame it when media?.Made is Tl.MessageMediaGame => Game(content.Markup(bot, it.ReplyMarkup), media),
        Tl.InputBotInlineMessageGame => throw new RpcError(400, "SEND_MESSAGE_TYPE_INVALID"),
        _ => new InlineContents(content, rich, bot).Make(message),
    };

    private (Tl.BotInlineMessageBase Shown, InlineMessage Sent) Captioned(Account bot, Tl.InputBotInlineMessageMediaAuto message, InlineMessage media)
    {
        var caption = content.Caption(bot, message.Message, message.Entities);
        var markup = content.Markup(bot, message.ReplyMarkup);
        return (
            new Tl.BotInlineMessageMediaAuto { InvertMedia = message.InvertMedia, Message = caption.Text, Entities = caption.Entities, ReplyMarkup = markup },
            media with { Text = caption.Text, Entities = caption.Entities, Markup = markup, InvertMedia = message.InvertMedia });
    }

    private static (Tl.BotInlineMessageBase Shown, InlineMessage Sent) Game(Tl.ReplyMarkupBase? markup, InlineMessage media) =>
        (new Tl.BotInlineMessageMediaAuto { Message = "", ReplyMarkup = markup }, media with { Markup = markup });

    private StoredFile Photo(Tl.InputPhotoBase photo) => photo is Tl.InputPhoto it
        ? world.Files.Require(it.Id, it.AccessHash, it.FileReference, FileKind.Photo, "PHOTO_INVALID")
        : throw new RpcError(400, "PHOTO_INVALID");

    private StoredFile Document(Tl.InputBotInlineResultDocument result)
    {
        if (result.Document is not Tl.InputDocument it)
            throw new RpcError(400, "DOCUMENT_INVALID");
        var file = world.Files.Require(it.Id, it.AccessHash, it.FileReference, FileKind.Document, "DOCUMENT_INVALID");
        Require(result.Type is "sticker" or "gif" or "video" or "voice" or "audio" or "file" or "mpeg4_gif", "RESULT_TYPE_INVALID");
        Require(result.Type != "sticker" || ContentKinds.Of(file.Attributes) == ContentKind.Sticker, "STICKER_DOCUMENT_INVALID");
        return file;
    }

    private static Tl.WebDocumentNoProxy? Shown(Tl.InputWebDocument? document) =>
        document is null ? null : new Tl.WebDocumentNoProxy { Url = document.Url, Size = document.Size, MimeType = document.MimeType, Attributes = document.Attributes };

    private static void RequireId(string id) => Require(id.Length is > 0 and <= IdLimit, "RESULT_ID_INVALID");

    private static void Require(bool condition, string error)
    {
        if (!condition)
            throw new RpcError(400, error);
    }
}
