namespace TelegramRest.Generator.Tl.Model;

/// <summary>A type as a field or a result names it: a primitive, a boxed type, a bare constructor, or <c>!X</c>.</summary>
internal sealed record TlTypeRef(string Name, TlVector Vector = TlVector.None)
{
    private static readonly HashSet<string> s_primitives =
        ["#", "int", "long", "double", "string", "bytes", "int128", "int256", "Bool", "true", "!X", "X"];

    public bool IsPrimitive => s_primitives.Contains(Name);

    public bool IsFlags => Name == "#";

    public bool IsTrue => Name == "true" && Vector == TlVector.None;

    /// <summary>As a schema writes it.</summary>
    public override string ToString() => Vector switch
    {
        TlVector.Boxed => $"Vector<{Name}>",
        TlVector.Bare => $"vector<{Name}>",
        _ => Name,
    };
}
