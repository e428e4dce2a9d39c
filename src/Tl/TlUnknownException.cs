namespace TelegramRest.Tl;

/// <summary>An id that no form of any remembered layer has: the peer speaks a layer that this schema does not know, or no TL at all.</summary>
public sealed class TlUnknownException(uint id, bool isMethod, int position)
    : TlException($"unknown {(isMethod ? "function" : "constructor")} {id:x8} at byte {position}")
{
    public uint Id { get; } = id;

    /// <summary>A function was expected here rather than a constructor.</summary>
    public bool IsMethod { get; } = isMethod;
}
