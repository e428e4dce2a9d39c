namespace TelegramRest.Generator.Tl.Emit;

internal sealed record ClassName(string Namespace, string Name)
{
    public string Full => $"{Namespace}.{Name}";

    /// <summary>As generated code names it: no namespace of the same name can get in between.</summary>
    public string Global => $"global::{Full}";
}
