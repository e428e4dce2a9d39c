using System.Text.Json.Serialization;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Persistence;

/// <summary>The rows of the world's tables.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(Group))]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(StoredMessage))]
[JsonSerializable(typeof(BoxEvent))]
[JsonSerializable(typeof(BoxState))]
[JsonSerializable(typeof(DialogState))]
[JsonSerializable(typeof(StoredFile))]
[JsonSerializable(typeof(PhoneCode))]
internal sealed partial class WorldJson : JsonSerializerContext;
