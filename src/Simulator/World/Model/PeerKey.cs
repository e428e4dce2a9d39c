using System.Globalization;
using System.Text.Json.Serialization;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World.Model;

/// <summary>A user, basic group or channel by its raw id. As text: <c>u5</c>, <c>g5</c>, <c>c5</c>.</summary>
[JsonConverter(typeof(PeerKeyJson))]
internal readonly record struct PeerKey(PeerKind Kind, long Id)
{
    private const long ChannelBase = -1_000_000_000_000;

    /// <summary>The id as the Bot API spells it: users positive, basic groups negative, channels below −10^12.</summary>
    public long BotApiId => Kind switch
    {
        PeerKind.User => Id,
        PeerKind.Group => -Id,
        _ => ChannelBase - Id,
    };

    public static PeerKey User(long id) => new(PeerKind.User, id);

    public static PeerKey Group(long id) => new(PeerKind.Group, id);

    public static PeerKey Channel(long id) => new(PeerKind.Channel, id);

    public static PeerKey FromBotApiId(long id) => id switch
    {
        > 0 => User(id),
        > ChannelBase => Group(-id),
        _ => Channel(ChannelBase - id),
    };

    public static PeerKey From(Tl.PeerBase peer) => peer switch
    {
        Tl.PeerUser user => User(user.UserId),
        Tl.PeerChat chat => Group(chat.ChatId),
        Tl.PeerChannel channel => Channel(channel.ChannelId),
        _ => throw new ArgumentException($"{peer.GetType().Name} is no peer that the world knows.", nameof(peer)),
    };

    public static PeerKey Parse(string text) => new(
        text[0] switch { 'u' => PeerKind.User, 'g' => PeerKind.Group, 'c' => PeerKind.Channel, _ => throw new FormatException($"'{text}' is no peer key.") },
        long.Parse(text.AsSpan(1), CultureInfo.InvariantCulture));

    public Tl.PeerBase ToTl() => Kind switch
    {
        PeerKind.User => new Tl.PeerUser { UserId = Id },
        PeerKind.Group => new Tl.PeerChat { ChatId = Id },
        _ => new Tl.PeerChannel { ChannelId = Id },
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Kind switch { PeerKind.User => 'u', PeerKind.Group => 'g', _ => 'c' })}{Id}");
}
