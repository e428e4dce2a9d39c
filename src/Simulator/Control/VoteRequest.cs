using System.Text.Json;

namespace TelegramRest.Simulator.Control;

/// <summary>A vote for options by position, from 0; none takes the vote back.</summary>
internal sealed record VoteRequest(long From, JsonElement Chat, int MessageId, int[] Options) : IMessageAct;
