namespace TelegramRest.Tl;

/// <summary>
/// What is written for an older layer in place of what it does not know, so that a client gets less rather than nothing
/// (https://core.telegram.org/api/layers).
/// </summary>
public interface ITlSubstitutes
{
    /// <summary>A value that the layer can write, but would leave half of: the whole in other words, or the value itself.</summary>
    TlObject Adapt(TlObject value, int layer);

    /// <summary>A value in place of one that the layer lacks, or that holds such a one; null where nothing can stand for it.</summary>
    TlObject? Replace(TlObject value, int layer);

    /// <summary>Whether a list may go without this element.</summary>
    bool CanOmit(TlObject value);
}
