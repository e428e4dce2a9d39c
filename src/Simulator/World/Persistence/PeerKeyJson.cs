using System.Text.Json;
using System.Text.Json.Serialization;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Persistence;

internal sealed class PeerKeyJson : JsonConverter<PeerKey>
{
    public override PeerKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => PeerKey.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, PeerKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
