using System.Buffers.Binary;
using System.Text;
using TelegramRest.Generator.Tl.Model;

namespace TelegramRest.Tests.Unit.Tl.Samples;

/// <summary>
/// Writes values of a definition straight from the schema, as one layer has it, with seeded content. It shares nothing with the
/// generated code, so that what that code reads and writes is held against a second opinion of the bytes.
/// </summary>
/// <param name="textLength">Strings and bytes are shorter than this.</param>
/// <param name="maxDepth">Values this deep are as small as they can be.</param>
internal sealed class SampleEncoder(TlSchema schema, int layer, Random random, Presence presence, int textLength, int maxDepth)
{
    private readonly List<byte> _bytes = [];
    private readonly Dictionary<string, int> _typeDepths = [];

    public static byte[] Encode(TlSchema schema, int layer, int seed, Presence presence, TlDefinition definition, int textLength = 300, int maxDepth = 3)
    {
        var encoder = new SampleEncoder(schema, layer, new Random(seed), presence, textLength, maxDepth);
        encoder.Boxed(definition, depth: 0);
        return encoder._bytes.ToArray();
    }

    /// <summary>The form that a layer knows; null when the layer does not have the name.</summary>
    public static TlDefinition? FormAt(TlCombinator combinator, int layer) =>
        combinator.Forms.LastOrDefault(form => form.FirstLayer <= layer)?.Definition
            ?? (combinator.IsAddedByLayer ? null : combinator.Forms[0].Definition);

    private void Boxed(TlDefinition definition, int depth)
    {
        Int32((int)definition.Id);
        Fields(definition, depth);
    }

    private void Fields(TlDefinition definition, int depth)
    {
        var flags = definition.Fields
            .Where(field => field.Type.IsFlags)
            .ToDictionary(field => field.Name, field => FlagsOf(definition, field.Name, depth));
        foreach (var field in definition.Fields)
        {
            if (field.Type.IsFlags)
                Int32(flags[field.Name]);
            else if (field.Flags is null || (flags[field.Flags] & (1 << field.Bit)) != 0)
                Value(field.Type, depth + 1);
        }
    }

    private int FlagsOf(TlDefinition definition, string name, int depth) => definition.Fields
        .Where(field => field.Flags == name)
        .Select(field => field.Bit)
        .Distinct()
        .Where(_ => depth < maxDepth && IsPresent())
        .Aggregate(0, (flags, bit) => flags | (1 << bit));

    private bool IsPresent() => presence switch
    {
        Presence.None => false,
        Presence.All => true,
        _ => random.Next(2) == 0,
    };

    private void Value(TlTypeRef type, int depth)
    {
        if (type.Vector == TlVector.None)
        {
            One(type.Name, depth);
            return;
        }

        var count = depth < maxDepth ? random.Next(3) : 0;
        if (type.Vector == TlVector.Boxed)
            Int32(0x1cb5c415);
        Int32(count);
        for (var i = 0; i < count; i++)
            One(type.Name, depth);
    }

    private void One(string type, int depth)
    {
        switch (type)
        {
            case "true":
                break;
            case "int":
                Int32(random.Next());
                break;
            case "long":
                Raw(8);
                break;
            case "double":
                _bytes.AddRange(BitConverter.GetBytes(random.NextDouble()));
                break;
            case "int128":
                Raw(16);
                break;
            case "int256":
                Raw(32);
                break;
            case "Bool":
                Int32(unchecked((int)(random.Next(2) == 0 ? 0x997275b5 : 0xbc799737)));
                break;
            case "bytes":
                Text(RandomBytes(random.Next(textLength)));
                break;
            case "string":
                Text(Encoding.UTF8.GetBytes(new string('é', random.Next(textLength))));
                break;
            case "!X":
                Boxed(schema.Functions.Single(function => function.Name == "help.getConfig").Newest, depth);
                break;
            default:
                Object(type, depth);
                break;
        }
    }

    private void Object(string type, int depth)
    {
        if (!schema.Types.TryGetValue(type, out var members))
        {
            Fields(schema.Constructor(type).Newest, depth);
            return;
        }

        var forms = members.Select(member => FormAt(member, layer)).OfType<TlDefinition>().ToArray();
        Boxed(depth < maxDepth ? forms[random.Next(forms.Length)] : forms.MinBy(DepthOf)!, depth);
    }

    /// <summary>How deep the shallowest value of a definition is: what lets recursive types end.</summary>
    private int DepthOf(TlDefinition definition) => 1 + definition.Fields
        .Where(field => !field.IsConditional && field.Type is { IsPrimitive: false, Vector: TlVector.None })
        .Select(field => DepthOf(field.Type.Name))
        .DefaultIfEmpty(0)
        .Max();

    private int DepthOf(string type)
    {
        if (_typeDepths.TryGetValue(type, out var known))
            return known;
        _typeDepths[type] = 1000;
        return _typeDepths[type] = schema.Types[type].Select(member => FormAt(member, layer)).OfType<TlDefinition>().Min(DepthOf);
    }

    private void Text(byte[] content)
    {
        if (content.Length < 254)
        {
            _bytes.Add((byte)content.Length);
        }
        else
        {
            Int32((content.Length << 8) | 254);
        }

        _bytes.AddRange(content);
        while (_bytes.Count % 4 != 0)
            _bytes.Add(0);
    }

    private void Int32(int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        _bytes.AddRange(bytes);
    }

    private void Raw(int length) => _bytes.AddRange(RandomBytes(length));

    private byte[] RandomBytes(int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
