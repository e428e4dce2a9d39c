namespace TelegramRest.Simulator.Rpc.Rich;

/// <summary>The media of a rich message by the names that its text gives them: <c>tg://photo?id=NAME</c>, <c>tg://video?id=NAME</c>, <c>tg://audio?id=NAME</c>.</summary>
internal sealed class RichFiles
{
    public Dictionary<string, Tl.PhotoBase> Photos { get; } = [];

    public Dictionary<string, Tl.DocumentBase> Documents { get; } = [];

    /// <exception cref="RpcError">MEDIA_INVALID for a name that no file has.</exception>
    public Tl.PageBlockBase Block(string url, string caption)
    {
        const string marker = "?id=";
        var at = url.IndexOf(marker, StringComparison.Ordinal);
        var name = at < 0 ? "" : url[(at + marker.Length)..];
        var text = new Tl.PageCaption { Text = RichTexts.Plain(caption), Credit = new Tl.TextEmpty() };
        if (Photos.TryGetValue(name, out var photo) && photo is Tl.Photo known)
            return new Tl.PageBlockPhoto { PhotoId = known.Id, Caption = text };
        if (!Documents.TryGetValue(name, out var file) || file is not Tl.Document document)
            throw new RpcError(400, "MEDIA_INVALID");
        return document.Attributes.Any(attribute => attribute is Tl.DocumentAttributeAudio)
            ? new Tl.PageBlockAudio { AudioId = document.Id, Caption = text }
            : new Tl.PageBlockVideo { VideoId = document.Id, Caption = text };
    }
}
