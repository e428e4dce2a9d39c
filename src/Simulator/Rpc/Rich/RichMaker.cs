using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Rich;

/// <summary>Makes the article of a rich message of what a client sends: blocks as they are, or HTML or Markdown that is read here (https://core.telegram.org/constructor/inputRichMessage).</summary>
internal sealed class RichMaker(SimulatorWorld world)
{
    private const int BlockLimit = 500;

    /// <param name="draft">A message that is still being written; only there a block may say that its author is thinking.</param>
    /// <exception cref="RpcError">MESSAGE_EMPTY, MESSAGE_TOO_LONG, MEDIA_INVALID, RICH_MESSAGE_INVALID.</exception>
    public Tl.RichMessage Make(Account me, Tl.InputRichMessageBase input, bool draft = false)
    {
        var (rtl, noAutoLink, blocks, photos, documents) = input switch
        {
            Tl.InputRichMessage it => (it.Rtl, it.Noautolink, it.Blocks, Photos(it.Photos), Documents(it.Documents)),
            Tl.InputRichMessageHTML it => FromFiles(it.Rtl, it.Noautolink, it.Files, names => new RichHtml(names).Read(it.Html)),
            Tl.InputRichMessageMarkdown it => FromFiles(it.Rtl, it.Noautolink, it.Files, names => new RichMarkdown(names).Read(it.Markdown)),
            _ => throw new RpcError(400, "RICH_MESSAGE_INVALID"),
        };
        blocks = [.. blocks.Select(Shown)];
        if (blocks.Length == 0)
            throw new RpcError(400, "MESSAGE_EMPTY");
        if (blocks.Length > BlockLimit)
            throw new RpcError(400, "MESSAGE_TOO_LONG");
        if (!draft && blocks.Any(block => block is Tl.PageBlockThinking))
            throw new RpcError(400, "RICH_MESSAGE_INVALID");
        if (!noAutoLink)
            blocks = [.. blocks.Select(RichLinks.Detect)];
        return new Tl.RichMessage { Rtl = rtl, Blocks = blocks, Photos = photos, Documents = documents };
    }

    private (bool Rtl, bool NoAutoLink, Tl.PageBlockBase[] Blocks, Tl.PhotoBase[] Photos, Tl.DocumentBase[] Documents) FromFiles(
        bool rtl,
        bool noAutoLink,
        Tl.InputRichFileBase[]? files,
        Func<RichFiles, Tl.PageBlockBase[]> read)
    {
        var known = new RichFiles();
        foreach (var file in files ?? [])
        {
            switch (file)
            {
                case Tl.InputRichFilePhoto photo:
                    known.Photos[photo.Id] = Photos([photo.Photo])[0];
                    break;
                case Tl.InputRichFileDocument document:
                    known.Documents[document.Id] = Documents([document.Document])[0];
                    break;
                default:
                    throw new RpcError(400, "MEDIA_INVALID");
            }
        }

        return (rtl, noAutoLink, read(known), [.. known.Photos.Values], [.. known.Documents.Values]);
    }

    private Tl.PhotoBase[] Photos(Tl.InputPhotoBase[]? photos) =>
    [
        .. (photos ?? []).Select(photo => photo is Tl.InputPhoto id
            ? world.Files.ToPhoto(world.Files.Require(id.Id, id.AccessHash, id.FileReference, FileKind.Photo, "MEDIA_INVALID"))
            : throw new RpcError(400, "MEDIA_INVALID")),
    ];

    private Tl.DocumentBase[] Documents(Tl.InputDocumentBase[]? documents) =>
    [
        .. (documents ?? []).Select(document => document is Tl.InputDocument id
            ? world.Files.ToDocument(world.Files.Require(id.Id, id.AccessHash, id.FileReference, FileKind.Document, "MEDIA_INVALID"))
            : throw new RpcError(400, "MEDIA_INVALID")),
    ];

    private static Tl.PageBlockBase Shown(Tl.PageBlockBase block) => block switch
    {
        Tl.InputPageBlockMap { Geo: Tl.InputGeoPoint point } map => new Tl.PageBlockMap
        {
            Geo = new Tl.GeoPoint { Lat = point.Lat, Long = point.Long, AccuracyRadius = point.AccuracyRadius },
            Zoom = map.Zoom,
            W = map.W,
            H = map.H,
            Caption = map.Caption,
        },
        Tl.InputPageBlockMap => throw new RpcError(400, "GEO_POINT_INVALID"),
        Tl.PageBlockDetails details => new Tl.PageBlockDetails { Open = details.Open, Blocks = [.. details.Blocks.Select(Shown)], Title = details.Title },
        Tl.PageBlockBlockquoteBlocks quote => new Tl.PageBlockBlockquoteBlocks { Blocks = [.. quote.Blocks.Select(Shown)], Caption = quote.Caption },
        Tl.PageBlockCollage collage => new Tl.PageBlockCollage { Items = [.. collage.Items.Select(Shown)], Caption = collage.Caption },
        Tl.PageBlockSlideshow slides => new Tl.PageBlockSlideshow { Items = [.. slides.Items.Select(Shown)], Caption = slides.Caption },
        _ => block,
    };
}
