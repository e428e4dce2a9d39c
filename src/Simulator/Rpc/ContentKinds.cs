namespace TelegramRest.Simulator.Rpc;

/// <summary>Which kind of content media is, before and after it was made.</summary>
internal static class ContentKinds
{
    public static ContentKind Of(Tl.InputMediaBase media) => media switch
    {
        Tl.InputMediaWebPage or Tl.InputMediaEmpty => ContentKind.Plain,
        Tl.InputMediaUploadedPhoto or Tl.InputMediaPhoto or Tl.InputMediaPhotoExternal => ContentKind.Photo,
        Tl.InputMediaUploadedDocument document => Of(document.Attributes),
        Tl.InputMediaDocument or Tl.InputMediaDocumentExternal => ContentKind.Document,
        Tl.InputMediaPoll => ContentKind.Poll,
        Tl.InputMediaGame => ContentKind.Game,
        Tl.InputMediaDice => ContentKind.Sticker,
        _ => ContentKind.Other,
    };

    public static ContentKind Of(Tl.MessageMediaBase? media) => media switch
    {
        null or Tl.MessageMediaWebPage or Tl.MessageMediaEmpty => ContentKind.Plain,
        Tl.MessageMediaPhoto => ContentKind.Photo,
        Tl.MessageMediaDocument { Document: Tl.Document document } => Of(document.Attributes),
        Tl.MessageMediaPoll => ContentKind.Poll,
        Tl.MessageMediaGame => ContentKind.Game,
        Tl.MessageMediaDice => ContentKind.Sticker,
        _ => ContentKind.Other,
    };

    public static ContentKind Of(Tl.DocumentAttributeBase[] attributes)
    {
        if (attributes.Any(attribute => attribute is Tl.DocumentAttributeSticker or Tl.DocumentAttributeCustomEmoji))
            return ContentKind.Sticker;
        if (attributes.Any(attribute => attribute is Tl.DocumentAttributeAnimated))
            return ContentKind.Gif;
        if (attributes.OfType<Tl.DocumentAttributeVideo>().FirstOrDefault() is { } video)
            return video.RoundMessage ? ContentKind.RoundVideo : ContentKind.Video;
        if (attributes.OfType<Tl.DocumentAttributeAudio>().FirstOrDefault() is { } audio)
            return audio.Voice ? ContentKind.Voice : ContentKind.Audio;
        return ContentKind.Document;
    }
}
