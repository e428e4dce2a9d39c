namespace TelegramRest.Simulator.World.Model;

/// <summary>A person or a bot. Times are Unix seconds.</summary>
internal sealed class Account
{
    public required long Id { get; init; }

    /// <summary>Digits only; null for bots.</summary>
    public string? Phone { get; set; }

    public BotProfile? Bot { get; set; }

    public required string FirstName { get; set; }

    public string LastName { get; set; } = "";

    public string? Username { get; set; }

    public string About { get; set; } = "";

    /// <summary>The data centre that answers this account; every other one says <c>USER_MIGRATE</c>.</summary>
    public required int HomeDc { get; set; }

    public PasswordVerifier? Password { get; set; }

    /// <summary>Profile photos, newest first.</summary>
    public List<long> Photos { get; set; } = [];

    /// <summary>The music on the profile, newest first.</summary>
    public List<long> Music { get; set; } = [];

    /// <summary>Contacts and the names they were saved under.</summary>
    public Dictionary<long, ContactName> Contacts { get; set; } = [];

    public HashSet<long> Blocked { get; set; } = [];

    /// <summary>Bots that this person has started and that may therefore write first.</summary>
    public HashSet<long> StartedBots { get; set; } = [];

    public int LastSeen { get; set; }

    public bool Online { get; set; }

    public bool Deleted { get; set; }

    /// <summary>Part of Telegram itself, as 777000 is.</summary>
    public bool Service { get; init; }

    public bool IsBot => Bot is not null;

    public PeerKey Peer => PeerKey.User(Id);
}
