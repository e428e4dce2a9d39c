namespace TelegramRest.Generator.Tl.Model;

/// <summary>A constructor or function through the layers: its forms, oldest first.</summary>
/// <param name="isAddedByLayer">False for what the base schema has, which every layer is taken to have.</param>
internal sealed class TlCombinator(TlDefinition first, int firstLayer, bool isAddedByLayer = false)
{
    private readonly List<TlForm> _forms = [new(first, firstLayer, int.MaxValue)];

    public string Name => Newest.Name;

    public TlKind Kind => Newest.Kind;

    public IReadOnlyList<TlForm> Forms => _forms;

    public IEnumerable<TlForm> OlderForms => _forms.SkipLast(1);

    public TlDefinition Newest => _forms[^1].Definition;

    public bool IsAddedByLayer { get; } = isAddedByLayer;

    public int FirstLayer => _forms[0].FirstLayer;

    public void Replace(TlDefinition newer, int layer)
    {
        _forms[^1] = _forms[^1] with { LastLayer = layer - 1 };
        _forms.Add(new TlForm(newer, layer, int.MaxValue));
    }

    /// <summary>
    /// The form to read for each id, newest first. Where a layer only gave new flag bits to an id, the newest form of that id reads
    /// all of them.
    /// </summary>
    public IEnumerable<TlDefinition> Readable =>
        _forms.Select(form => form.Definition).Reverse().DistinctBy(definition => definition.Id);
}
