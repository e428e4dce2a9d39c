namespace TelegramRest.Simulator.Rpc;

/// <summary>Whether an edit changes anything: objects are the same when their bytes are.</summary>
internal static class SameContent
{
    public static bool Same(Tl.TlObject? left, Tl.TlObject? right)
    {
        if (ReferenceEquals(left, right))
            return true;
        if (left is null || right is null)
            return false;
        using var first = new Tl.TlWriter();
        using var second = new Tl.TlWriter();
        left.Write(first);
        right.Write(second);
        return first.WrittenSpan.SequenceEqual(second.WrittenSpan);
    }

    public static bool SameAll(Tl.MessageEntityBase[] left, Tl.MessageEntityBase[] right) => left.Length == right.Length && left.Zip(right).All(pair => Same(pair.First, pair.Second));
}
