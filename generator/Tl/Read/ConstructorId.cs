using System.Text;
using TelegramRest.Generator.Tl.Model;

namespace TelegramRest.Generator.Tl.Read;

/// <summary>
/// A constructor's id is the CRC-32 of its line without the id, with true-flags left out, bytes written as string, and brackets
/// and braces dropped. No definition that is kept is an exception. See https://core.telegram.org/mtproto/TL-formal#combinators-in-tl-schemas.
/// </summary>
internal static class ConstructorId
{
    public static void Check(TlDefinition definition)
    {
        var expected = Compute(definition);
        if (expected != definition.Id)
            throw definition.Source.Problem($"{definition} should have the id {expected:x}");
    }

    public static uint Compute(TlDefinition definition)
    {
        var crc = uint.MaxValue;
        foreach (var octet in Encoding.UTF8.GetBytes(Normalise(definition)))
        {
            crc ^= octet;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xedb88320);
        }

        return ~crc;
    }

    private static string Normalise(TlDefinition definition)
    {
        var line = new StringBuilder(definition.Name.StartsWith("mtproto.", StringComparison.Ordinal) ? definition.Name[8..] : definition.Name);
        if (definition.IsWrapper)
            line.Append(" X:Type");
        foreach (var field in definition.Fields.Where(field => !(field.IsConditional && field.Type.IsTrue)))
            line.Append(' ').Append(field);
        line.Append(" = ").Append(definition.Result);

        return line.ToString()
            .Replace("mtproto.", "", StringComparison.Ordinal)
            .Replace(":bytes", ":string", StringComparison.Ordinal)
            .Replace("?bytes", "?string", StringComparison.Ordinal)
            .Replace('<', ' ')
            .Replace(">", "", StringComparison.Ordinal);
    }
}
