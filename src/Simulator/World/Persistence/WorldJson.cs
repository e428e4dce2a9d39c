using System.Text.Json.Serialization;
using TelegramRest.Simulator.World.Business;
using TelegramRest.Simulator.World.Ephemeral;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Polls;
using TelegramRest.Simulator.World.Stickers;

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
[JsonSerializable(typeof(StoredPoll))]
[JsonSerializable(typeof(BusinessConnection))]
[JsonSerializable(typeof(StoredStickerSet))]
[JsonSerializable(typeof(StoredEphemeral))]
[JsonSerializable(typeof(StoredDraft))]
[JsonSerializable(typeof(ScheduledMessage))]
internal sealed partial class WorldJson : JsonSerializerContext;
