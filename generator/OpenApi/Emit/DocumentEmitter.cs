using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TelegramRest.Generator.OpenApi.Read;

namespace TelegramRest.Generator.OpenApi.Emit;

/// <summary>Writes the YAML document as JSON, member for member.</summary>
internal static class DocumentEmitter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string ToJson(SpecNode document)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, document);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, SpecNode node)
    {
        if (node.IsMap)
        {
            writer.WriteStartObject();
            foreach (var member in node.Members)
            {
                writer.WritePropertyName(member.Name);
                Write(writer, member);
            }

            writer.WriteEndObject();
        }
        else if (node.IsList)
        {
            writer.WriteStartArray();
            foreach (var item in node.Items)
            {
                Write(writer, item);
            }

            writer.WriteEndArray();
        }
        else
        {
            WriteScalar(writer, node);
        }
    }

    private static void WriteScalar(Utf8JsonWriter writer, SpecNode node)
    {
        if (!node.IsPlain)
        {
            writer.WriteStringValue(node.Text);
            return;
        }

        switch (node.Text)
        {
            case "true":
                writer.WriteBooleanValue(true);
                break;
            case "false":
                writer.WriteBooleanValue(false);
                break;
            case "null" or "~" or "":
                writer.WriteNullValue();
                break;
            case var text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer):
                writer.WriteNumberValue(integer);
                break;
            case var text when text.Contains('.', StringComparison.Ordinal)
                && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number):
                writer.WriteNumberValue(number);
                break;
            case var text:
                writer.WriteStringValue(text);
                break;
        }
    }
}
