namespace TelegramRest.Generator.Tl.Model;

/// <summary>One line of a schema: a constructor or a function in the form that one layer gave it.</summary>
/// <param name="Name">As the schema has it, with <c>mtproto.</c> before the names of the service schema.</param>
internal sealed record TlDefinition(
    TlKind Kind, string Name, uint Id, IReadOnlyList<TlField> Fields, TlTypeRef Result, TlSource Source)
{
    /// <summary>A function around another function, which answers what the other answers.</summary>
    public bool IsWrapper => Result.Name == "X";

    public override string ToString() => $"{Name}#{Id:x}";
}
