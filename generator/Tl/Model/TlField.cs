namespace TelegramRest.Generator.Tl.Model;

/// <summary>A field of a definition; <paramref name="Flags"/> and <paramref name="Bit"/> say what makes it present.</summary>
/// <param name="Flags">The <c>#</c> field that holds the bit; null when the field is always there.</param>
internal sealed record TlField(string Name, TlTypeRef Type, string? Flags = null, int Bit = 0)
{
    public bool IsConditional => Flags is not null;

    /// <summary>As a schema writes it.</summary>
    public override string ToString() => IsConditional ? $"{Name}:{Flags}.{Bit}?{Type}" : $"{Name}:{Type}";
}
