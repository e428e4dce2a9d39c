using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Polls;

namespace TelegramRest.Simulator.World;

/// <summary>The media of a message as one account sees it: polls with the results that it may know, paid media only when it is its own.</summary>
internal sealed class MediaPainter(SimulatorWorld world, Scene scene)
{
    public Tl.MessageMediaBase? Paint(StoredMessage message) => message.Media switch
    {
        Tl.MessageMediaPoll media when world.Polls.Find(media.Poll.Id) is { } poll => PollPainter.Paint(poll, scene),
        Tl.MessageMediaPaidMedia paid when !Owns(message) => Preview(paid),
        Tl.MessageMediaToDo { Completions: { } completions } list => Seen(list, completions),
        var media => world.Files.Refresh(media),
    };

    /// <summary>Who sent it, and in channels all that may post, see it without paying.</summary>
    private bool Owns(StoredMessage message) =>
        message.SenderId == scene.Viewer.Id || (message.Chat.Kind == PeerKind.Channel && world.Roster.Channel(message.Chat.Id)?.Find(scene.Viewer.Id) is { IsAdmin: true });

    private static Tl.MessageMediaPaidMedia Preview(Tl.MessageMediaPaidMedia paid) => new()
    {
        StarsAmount = paid.StarsAmount,
        ExtendedMedia = [.. paid.ExtendedMedia.Select(item => item is Tl.MessageExtendedMedia { Media: var media } ? Preview(media) : item)],
    };

    private static Tl.MessageExtendedMediaPreview Preview(Tl.MessageMediaBase media)
    {
        switch (media)
        {
            case Tl.MessageMediaDocument { Document: Tl.Document document } when document.Attributes.OfType<Tl.DocumentAttributeVideo>().FirstOrDefault() is { } video:
                return new Tl.MessageExtendedMediaPreview { W = video.W, H = video.H, VideoDuration = (int)video.Duration };
            case Tl.MessageMediaPhoto { Photo: Tl.Photo photo } when photo.Sizes.Select(Extent).OfType<(int W, int H)>().LastOrDefault() is { W: > 0 } size:
                return new Tl.MessageExtendedMediaPreview { W = size.W, H = size.H };
            default:
                return new Tl.MessageExtendedMediaPreview();
        }
    }

    private static (int W, int H)? Extent(Tl.PhotoSizeBase size) => size switch
    {
        Tl.PhotoSize it => (it.W, it.H),
        Tl.PhotoSizeProgressive it => (it.W, it.H),
        _ => null,
    };

    private Tl.MessageMediaToDo Seen(Tl.MessageMediaToDo list, Tl.TodoCompletion[] completions)
    {
        foreach (var completion in completions)
            scene.See(PeerKey.From(completion.CompletedBy));
        return list;
    }
}
