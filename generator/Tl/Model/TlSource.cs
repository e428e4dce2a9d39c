namespace TelegramRest.Generator.Tl.Model;

/// <summary>Where a definition stands, for messages.</summary>
internal sealed record TlSource(string File, int Line)
{
    public GeneratorException Problem(string problem) => new(File, Line, problem);
}
