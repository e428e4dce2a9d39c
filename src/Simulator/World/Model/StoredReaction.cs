using System.Text.Json.Serialization;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World.Model;

internal sealed record StoredReaction(int Date, [property: JsonConverter(typeof(TlArrayJson<Tl.ReactionBase>))] Tl.ReactionBase[] Reactions);
