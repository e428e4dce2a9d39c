using System.Text.Json;

namespace TelegramRest.Simulator.Control;

/// <summary>A request that is about one message of a chat.</summary>
internal interface IMessageAct
{
    long From { get; }

    JsonElement Chat { get; }

    int MessageId { get; }
}
