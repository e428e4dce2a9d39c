using System.Text.Json.Serialization;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World.Business;

/// <summary>A bot that a person lets into private chats (https://core.telegram.org/api/bots/connected-business-bots). <see cref="Date"/> is Unix seconds.</summary>
internal sealed class BusinessConnection
{
    public required string Id { get; init; }

    public required long UserId { get; init; }

    public required long BotId { get; init; }

    public required int Date { get; init; }

    public required int DcId { get; init; }

    public bool Disabled { get; set; }

    [JsonConverter(typeof(TlJson<Tl.BusinessBotRights>))]
    public required Tl.BusinessBotRights Rights { get; set; }

    [JsonConverter(typeof(TlJson<Tl.BusinessBotRecipients>))]
    public required Tl.BusinessBotRecipients Recipients { get; set; }

    public Tl.BotBusinessConnection ToTl() => new() { Disabled = Disabled, ConnectionId = Id, UserId = UserId, DcId = DcId, Date = Date, Rights = Rights };
}
