namespace TelegramRest.Mapping.Rich;

/// <summary>The places of a message that its own links lead to: a bare anchor, or a text that is referred to.</summary>
internal sealed class RichAnchors
{
    private readonly Dictionary<string, bool> _isReference = new(StringComparer.Ordinal);

    public static RichAnchors Of(Tl.PageBlockBase[] blocks)
    {
        var anchors = new RichAnchors();
        foreach (var anchor in RichWalk.Blocks(blocks).OfType<Tl.PageBlockAnchor>())
            anchors._isReference.TryAdd(anchor.Name, false);
        foreach (var anchor in RichWalk.Texts(blocks).OfType<Tl.TextAnchor>())
            anchors._isReference.TryAdd(anchor.Name, anchor.Text is not Tl.TextEmpty);
        return anchors;
    }

    /// <returns>Null when there is no such place.</returns>
    public bool? IsReference(string name) => _isReference.TryGetValue(name, out var isReference) ? isReference : null;
}
