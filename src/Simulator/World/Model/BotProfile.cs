using System.Text.Json.Serialization;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World.Model;

/// <summary>What BotFather and the bot itself decided about a bot.</summary>
internal sealed class BotProfile
{
    public required string Token { get; set; }

    public long? OwnerId { get; set; }

    /// <summary>Privacy mode: in groups the bot sees only what is meant for it (https://core.telegram.org/bots/features#privacy-mode).</summary>
    public bool Privacy { get; set; } = true;

    public bool CanJoinGroups { get; set; } = true;

    /// <summary>Shown in the input field while an inline query is typed; null when the bot is not an inline bot.</summary>
    public string? InlinePlaceholder { get; set; }

    /// <summary>Inline queries carry the place of whoever asks.</summary>
    public bool InlineGeo { get; set; }

    /// <summary>The bot is told which inline results were chosen.</summary>
    public bool InlineFeedback { get; set; }

    /// <summary>Mentioned in a chat that it is no member of, the bot is asked for an answer.</summary>
    public bool GuestChats { get; set; }

    /// <summary>Can be connected to business accounts.</summary>
    public bool Business { get; set; }

    public string Description { get; set; } = "";

    /// <summary>Commands by scope and language, keyed as <c>scope|language</c>.</summary>
    [JsonConverter(typeof(TlArrayDictionaryJson<Tl.BotCommand>))]
    public Dictionary<string, Tl.BotCommand[]> Commands { get; set; } = [];

    [JsonConverter(typeof(TlJson<Tl.BotMenuButtonBase>))]
    public Tl.BotMenuButtonBase? MenuButton { get; set; }

    [JsonConverter(typeof(TlJson<Tl.ChatAdminRights>))]
    public Tl.ChatAdminRights? GroupRights { get; set; }

    [JsonConverter(typeof(TlJson<Tl.ChatAdminRights>))]
    public Tl.ChatAdminRights? ChannelRights { get; set; }

    /// <summary>Grows with every change of what <c>botInfo</c> shows.</summary>
    public int Version { get; set; } = 1;
}
