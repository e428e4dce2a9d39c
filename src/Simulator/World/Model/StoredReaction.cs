using System.Text.Json.Serialization;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World.Model;

/// <summary>Somebody's reactions to a message. <see cref="Date"/> is Unix seconds.</summary>
internal sealed record StoredReaction(int Date, [property: JsonConverter(typeof(TlArrayJson<Tl.ReactionBase>))] Tl.ReactionBase[] Reactions)
{
    /// <summary>The group, for its anonymous admins; otherwise null.</summary>
    public PeerKey? Actor { get; init; }
}
