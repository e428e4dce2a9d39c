namespace TelegramRest.Generator;

/// <summary>An input that cannot be generated from; the message begins with file and line, as a compiler's does.</summary>
internal sealed class GeneratorException(string file, int line, string problem)
    : Exception($"{file}:{line}: {problem}");
