using System.Diagnostics.CodeAnalysis;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World.Files;

/// <summary>Copies media with the file references of today, wherever in it a photo or document is.</summary>
internal sealed class MediaRefresher(FileShelf files)
{
    [return: NotNullIfNotNull(nameof(media))]
    public Tl.MessageMediaBase? Refresh(Tl.MessageMediaBase? media)
    {
        switch (media)
        {
            case Tl.MessageMediaPhoto:
                var photo = Copy<Tl.MessageMediaPhoto>(media);
                (photo.Photo, photo.Video) = (Refresh(photo.Photo), Refresh(photo.Video));
                return photo;
            case Tl.MessageMediaDocument:
                var document = Copy<Tl.MessageMediaDocument>(media);
                (document.Document, document.VideoCover) = (Refresh(document.Document), Refresh(document.VideoCover));
                return document;
            case Tl.MessageMediaWebPage { Webpage: Tl.WebPage }:
                var page = Copy<Tl.MessageMediaWebPage>(media);
                var content = (Tl.WebPage)page.Webpage;
                (content.Photo, content.Document) = (Refresh(content.Photo), Refresh(content.Document));
                return page;
            case Tl.MessageMediaGame:
                var game = Copy<Tl.MessageMediaGame>(media);
                (game.Game.Photo, game.Game.Document) = (Refresh(game.Game.Photo), Refresh(game.Game.Document));
                return game;
            case Tl.MessageMediaPaidMedia:
                var paid = Copy<Tl.MessageMediaPaidMedia>(media);
                foreach (var item in paid.ExtendedMedia.OfType<Tl.MessageExtendedMedia>())
                    item.Media = Refresh(item.Media);
                return paid;
            case Tl.MessageMediaPoll:
                var poll = Copy<Tl.MessageMediaPoll>(media);
                poll.AttachedMedia = Refresh(poll.AttachedMedia);
                foreach (var answer in poll.Poll.Answers.OfType<Tl.PollAnswer>())
                    answer.Media = Refresh(answer.Media);
                poll.Results.SolutionMedia = Refresh(poll.Results.SolutionMedia);
                return poll;
            default:
                return media;
        }
    }

    [return: NotNullIfNotNull(nameof(photo))]
    public Tl.PhotoBase? Refresh(Tl.PhotoBase? photo) => photo is Tl.Photo it && files.Find(it.Id) is { } file ? files.ToPhoto(file) : photo;

    [return: NotNullIfNotNull(nameof(document))]
    public Tl.DocumentBase? Refresh(Tl.DocumentBase? document) => document is Tl.Document it && files.Find(it.Id) is { } file ? files.ToDocument(file) : document;

    private static T Copy<T>(Tl.TlObject source)
        where T : Tl.TlObject
    {
        using var writer = new Tl.TlWriter();
        source.Write(writer);
        return TlJson<T>.Decode(writer.WrittenMemory.ToArray());
    }
}
