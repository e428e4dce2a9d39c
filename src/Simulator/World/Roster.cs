using System.Security.Cryptography;
using System.Text;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World;

/// <summary>Everybody and every chat, by id, phone number, token and username.</summary>
internal sealed class Roster(Rows rows)
{
    /// <summary>Telegram itself, which sends login codes.</summary>
    public const long ServiceId = 777000;

    private const long FirstPersonId = 1_000_001;
    private const long FirstBotId = 7_000_000_001;
    private const long FirstGroupId = 4_000_001;
    private const long FirstChannelId = 1_500_000_001;

    // Direct messages of channels have a range of their own, above that of channels.
    private const long FirstMonoforumId = 1_002_147_483_649;

    private readonly Dictionary<long, Account> _accounts = [];
    private readonly Dictionary<long, Group> _groups = [];
    private readonly Dictionary<long, Channel> _channels = [];
    private readonly Dictionary<string, PeerKey> _usernames = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Account> _phones = new(StringComparer.Ordinal);
    private long _lastPerson = FirstPersonId - 1;
    private long _lastBot = FirstBotId - 1;
    private long _lastGroup = FirstGroupId - 1;
    private long _lastChannel = FirstChannelId - 1;
    private long _lastMonoforum = FirstMonoforumId - 1;

    public IReadOnlyCollection<Account> Accounts => _accounts.Values;

    public IReadOnlyCollection<Group> Groups => _groups.Values;

    public IReadOnlyCollection<Channel> Channels => _channels.Values;

    public Account? Account(long id) => _accounts.GetValueOrDefault(id);

    public Group? Group(long id) => _groups.GetValueOrDefault(id);

    public Channel? Channel(long id) => _channels.GetValueOrDefault(id);

    public Account? ByPhone(string digits) => _phones.GetValueOrDefault(digits);

    public PeerKey? ByUsername(string username) => _usernames.TryGetValue(username, out var peer) ? peer : null;

    /// <returns>The bot with that token, compared in constant time.</returns>
    public Account? ByToken(string token)
    {
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !long.TryParse(token.AsSpan(0, colon), out var id) || Account(id) is not { Bot: { } bot } account)
            return null;
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(bot.Token)) ? account : null;
    }

    public Account AddPerson(string phone, string firstName, string lastName, int homeDc)
    {
        var account = new Account { Id = ++_lastPerson, Phone = phone, FirstName = firstName, LastName = lastName, HomeDc = homeDc };
        Add(account);
        return account;
    }

    public Account AddBot(string name, long? ownerId, int homeDc)
    {
        var id = ++_lastBot;
        var account = new Account { Id = id, FirstName = name, HomeDc = homeDc, Bot = new BotProfile { Token = NewToken(id), OwnerId = ownerId } };
        Add(account);
        return account;
    }

    public void AddService(int homeDc)
    {
        if (!_accounts.ContainsKey(ServiceId))
            Add(new Account { Id = ServiceId, Phone = "42777", FirstName = "Telegram", HomeDc = homeDc, Service = true });
    }

    public Group AddGroup(string title, Account creator, int date)
    {
        var group = new Group { Id = ++_lastGroup, Title = title, CreatorId = creator.Id, Date = date };
        _groups[group.Id] = group;
        return group;
    }

    public Channel AddChannel(string title, string about, bool broadcast, Account creator, int date)
    {
        var channel = new Channel { Id = ++_lastChannel, Title = title, About = about, CreatorId = creator.Id, Date = date, Broadcast = broadcast };
        _channels[channel.Id] = channel;
        return channel;
    }

    /// <summary>The place for direct messages to a channel.</summary>
    public Channel AddMonoforum(Channel parent, Account creator, int date)
    {
        var channel = new Channel { Id = ++_lastMonoforum, Title = parent.Title, CreatorId = creator.Id, Date = date, Broadcast = false, ParentId = parent.Id };
        _channels[channel.Id] = channel;
        return channel;
    }

    /// <summary>Moves a name; the caller has checked that it is free.</summary>
    public void Rename(PeerKey peer, string? before, string? after)
    {
        if (before is not null)
            _usernames.Remove(before);
        if (after is not null)
            _usernames[after] = peer;
    }

    public static string NewToken(long botId)
    {
        // 24 random bytes are 32 base64url characters; with the prefix the 35 that real tokens have.
        var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(24)).Replace('+', '-').Replace('/', '_');
        return $"{Rows.Text(botId)}:AAH{secret}";
    }

    public void Load()
    {
        foreach (var (_, account) in rows.Load(Rows.Accounts, WorldJson.Default.Account))
        {
            Index(account);
            if (account.IsBot)
                _lastBot = Math.Max(_lastBot, account.Id);
            else if (!account.Service)
                _lastPerson = Math.Max(_lastPerson, account.Id);
        }

        foreach (var (_, group) in rows.Load(Rows.Groups, WorldJson.Default.Group))
        {
            _groups[group.Id] = group;
            _lastGroup = Math.Max(_lastGroup, group.Id);
        }

        foreach (var (_, channel) in rows.Load(Rows.Channels, WorldJson.Default.Channel))
        {
            _channels[channel.Id] = channel;
            if (channel.ParentId is null)
                _lastChannel = Math.Max(_lastChannel, channel.Id);
            else
                _lastMonoforum = Math.Max(_lastMonoforum, channel.Id);
            if (channel.Username is { } username)
                _usernames[username] = channel.Peer;
        }
    }

    private void Add(Account account)
    {
        Index(account);
        rows.Save(account);
    }

    private void Index(Account account)
    {
        _accounts[account.Id] = account;
        if (account.Phone is { } phone)
            _phones[phone] = account;
        if (account.Username is { } username)
            _usernames[username] = account.Peer;
    }
}
