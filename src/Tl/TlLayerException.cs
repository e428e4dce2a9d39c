namespace TelegramRest.Tl;

/// <summary>
/// A value whose constructor does not exist in the layer that is being written. Whoever writes for an older layer has to leave
/// such values out or put others in their place. See https://core.telegram.org/api/layers.
/// </summary>
public sealed class TlLayerException(string constructor, int layer)
    : TlException($"{constructor} does not exist in layer {layer}")
{
    /// <summary>The constructor's or function's name in the schema.</summary>
    public string Constructor { get; } = constructor;

    public int Layer { get; } = layer;
}
