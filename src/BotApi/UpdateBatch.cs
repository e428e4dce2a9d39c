using System.Text.Json.Serialization;
using TelegramRest.BotApi.Json;

namespace TelegramRest.BotApi;

/// <summary>What getUpdates answers: updates as the JSON objects that the queue has stored, so that a batch goes out without being read again.</summary>
/// <param name="updates">Each a whole Update object, UTF-8.</param>
[JsonConverter(typeof(UpdateBatchConverter))]
public sealed class UpdateBatch(IReadOnlyList<ReadOnlyMemory<byte>> updates)
{
    public IReadOnlyList<ReadOnlyMemory<byte>> Updates => updates;
}
