namespace TelegramRest.Accounts.Files;

/// <summary>The photos and documents that a message shows.</summary>
internal static class MediaFinder
{
    public static IEnumerable<Tl.TlObject> In(Tl.MessageBase message) => message switch
    {
        Tl.Message { Media: { } media } => In(media),
        Tl.MessageService { Action: Tl.MessageActionChatEditPhoto { Photo: Tl.Photo photo } } => [photo],
        Tl.MessageService { Action: Tl.MessageActionSuggestProfilePhoto { Photo: Tl.Photo photo } } => [photo],
        _ => [],
    };

    private static IEnumerable<Tl.TlObject> In(Tl.MessageMediaBase? media) => media switch
    {
        Tl.MessageMediaPhoto m => Known(m.Photo, m.Video),
        Tl.MessageMediaDocument m => Known([m.Document, m.VideoCover, .. m.AltDocuments ?? []]),
        Tl.MessageMediaWebPage { Webpage: Tl.WebPage page } => Known(page.Photo, page.Document),
        Tl.MessageMediaGame m => Known(m.Game.Photo, m.Game.Document),
        Tl.MessageMediaInvoice { ExtendedMedia: Tl.MessageExtendedMedia paid } => In(paid.Media),
        Tl.MessageMediaPaidMedia m => m.ExtendedMedia.OfType<Tl.MessageExtendedMedia>().SelectMany(item => In(item.Media)),
        Tl.MessageMediaPoll m => In(m.AttachedMedia),
        Tl.MessageMediaStory { Story: Tl.StoryItem story } => In(story.Media),
        _ => [],
    };

    private static IEnumerable<Tl.TlObject> Known(params Tl.TlObject?[] media) => media.Where(item => item is Tl.Photo or Tl.Document)!;
}
