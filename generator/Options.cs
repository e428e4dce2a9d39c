namespace TelegramRest.Generator;

/// <summary>The <c>--name value</c> pairs after a verb.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> _values = [];

    public static Options Parse(ReadOnlySpan<string> arguments)
    {
        var options = new Options();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == arguments.Length)
                throw new GeneratorException("command line", 1, $"expected --name value, found {arguments[i]}");
            options._values[arguments[i][2..]] = arguments[i + 1];
        }

        return options;
    }

    public string this[string name] => _values.TryGetValue(name, out var value)
        ? value
        : throw new GeneratorException("command line", 1, $"--{name} is missing");
}
