using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace TelegramRest.Generator.OpenApi.Read;

/// <summary>A place in a YAML document that knows its file, line and JSON pointer, so that every complaint can name them.</summary>
internal sealed class SpecNode(string file, string pointer, YamlNode node)
{
    public string Pointer => pointer;

    public string Name => pointer[(pointer.LastIndexOf('/') + 1)..].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    public bool IsMap => node is YamlMappingNode;

    public bool IsList => node is YamlSequenceNode;

    public IEnumerable<SpecNode> Members => Map().Children.Select(member => Child(Key(member.Key), member.Value));

    public IEnumerable<SpecNode> Items => node is YamlSequenceNode list
        ? list.Children.Select((item, index) => Child(index.ToString(CultureInfo.InvariantCulture), item))
        : throw Problem("a list is expected here");

    public SpecNode this[string name] => Find(name) ?? throw Problem($"{name} is missing");

    public SpecNode? Find(string name) =>
        Map().Children.TryGetValue(new YamlScalarNode(name), out var value) ? Child(name, value) : null;

    public bool Has(string name) => Find(name) is not null;

    /// <summary>The text of a scalar.</summary>
    public string Text => node is YamlScalarNode { Value: { } text } ? text : throw Problem("a plain value is expected here");

    public bool Boolean => IsPlain && Text is "true" or "false" ? Text == "true" : throw Problem("true or false is expected here");

    public long Integer => IsPlain && long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw Problem("an integer is expected here");

    /// <summary>True when a scalar is written without quotes and may therefore be a number, a boolean or null.</summary>
    public bool IsPlain => node is YamlScalarNode { Style: ScalarStyle.Plain };

    public string? FindText(string name) => Find(name)?.Text;

    public bool Flag(string name) => Find(name)?.Boolean ?? false;

    public IReadOnlyList<string> Texts(string name) => Find(name)?.Items.Select(item => item.Text).ToList() ?? [];

    public GeneratorException Problem(string text) => new(file, checked((int)node.Start.Line), $"{text} ({(pointer.Length == 0 ? "/" : pointer)})");

    private YamlMappingNode Map() => node as YamlMappingNode ?? throw Problem("a mapping is expected here");

    private string Key(YamlNode key) => key is YamlScalarNode { Value: { } text } ? text : throw Problem("a key is no plain text");

    private SpecNode Child(string name, YamlNode child) =>
        new(file, $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}", child);
}
