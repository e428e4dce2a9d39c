using System.Text.Json.Serialization;
using TelegramRest.BotApi.Json;

namespace TelegramRest.BotApi;

/// <summary>What editing answers: the edited message, or true when an inline message was edited, which no one can return.</summary>
[JsonConverter(typeof(MessageOrTrueConverter))]
public sealed class MessageOrTrue
{
    private static readonly MessageOrTrue True = new(null);

    private MessageOrTrue(Message? message) => Message = message;

    /// <summary>The edited message, or null for true.</summary>
    public Message? Message { get; }

    public static MessageOrTrue FromMessage(Message message) => new(message);

    public static MessageOrTrue FromTrue() => True;

    public static implicit operator MessageOrTrue(Message message) => new(message);
}
