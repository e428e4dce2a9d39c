using System.Text.Json;

namespace TelegramRest.Simulator.Control;

/// <summary>
/// A person writes to a channel, or an admin of it answers <paramref name="To"/> somebody. With <paramref name="Suggest"/> the message is a post for the channel, to be
/// published at <paramref name="SendDate"/> (Unix seconds) if that is given.
/// </summary>
internal sealed record DirectMessageRequest(long From, JsonElement Channel, string Text, long? To = null, bool Suggest = false, int? SendDate = null, long? Stars = null);
