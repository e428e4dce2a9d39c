using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelegramRest.Client.Json;

/// <summary>Writes where the file is; one that is uploaded is noted and named by the part of the form that it will be.</summary>
internal sealed class InputFileConverter : JsonConverter<InputFile>
{
    public override InputFile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => InputFile.FromId(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, InputFile value, JsonSerializerOptions options) => writer.WriteStringValue(value switch
    {
        InputFileUpload upload => "attach://" + Uploads.Note(upload),
        InputFileText text => text.Text,
        _ => throw new InvalidOperationException($"{value.GetType().Name} is no file to send."),
    });
}
