using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>contacts.*: finding, keeping and blocking people.</summary>
internal sealed class ContactsService(SimulatorWorld world, PeerResolver peers) : IRpcService
{
    public void Register(RpcTable table)
    {
        table.On<Tl.Contacts.ResolveUsername, Tl.Contacts.ResolvedPeer>(Access.Account, ResolveUsername);
        table.On<Tl.Contacts.ResolvePhone, Tl.Contacts.ResolvedPeer>(Access.Person, ResolvePhone);
        table.On<Tl.Contacts.GetContacts, Tl.Contacts.ContactsBase>(Access.Person, GetContacts);
        table.On<Tl.Contacts.GetStatuses, Tl.ContactStatus[]>(Access.Person, (_, _) => []);
        table.On<Tl.Contacts.GetTopPeers, Tl.Contacts.TopPeersBase>(Access.Person, (_, _) => new Tl.Contacts.TopPeersDisabled());
        table.On<Tl.Contacts.Search, Tl.Contacts.Found>(Access.Person, Search);
        table.On<Tl.Contacts.ImportContacts, Tl.Contacts.ImportedContacts>(Access.Person, Import);
        table.On<Tl.Contacts.AddContact, Tl.UpdatesBase>(Access.Person, Add);
        table.On<Tl.Contacts.DeleteContacts, Tl.UpdatesBase>(Access.Person, Delete);
        table.On<Tl.Contacts.Block, bool>(Access.Person, (caller, method) => SetBlocked(caller, method.Id, blocked: true));
        table.On<Tl.Contacts.Unblock, bool>(Access.Person, (caller, method) => SetBlocked(caller, method.Id, blocked: false));
        table.On<Tl.Contacts.GetBlocked, Tl.Contacts.BlockedBase>(Access.Person, GetBlocked);
    }

    private Tl.Contacts.ResolvedPeer ResolveUsername(Caller caller, Tl.Contacts.ResolveUsername method)
    {
        var username = method.Username.TrimStart('@');
        if (username.Length is < 3 or > 32 || !username.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
            throw new RpcError(400, "USERNAME_INVALID");
        return Resolved(caller, world.Roster.ByUsername(username) ?? throw new RpcError(400, "USERNAME_NOT_OCCUPIED"));
    }

    private Tl.Contacts.ResolvedPeer ResolvePhone(Caller caller, Tl.Contacts.ResolvePhone method)
    {
        var account = world.Roster.ByPhone(string.Concat(method.Phone.Where(char.IsAsciiDigit)));
        return Resolved(caller, account?.Peer ?? throw new RpcError(400, "PHONE_NOT_OCCUPIED"));
    }

    private Tl.Contacts.ResolvedPeer Resolved(Caller caller, PeerKey peer)
    {
        var scene = world.Scene(caller.Me);
        return new Tl.Contacts.ResolvedPeer { Peer = scene.Peer(peer), Chats = scene.Chats(), Users = scene.Users() };
    }

    private Tl.Contacts.ContactsBase GetContacts(Caller caller, Tl.Contacts.GetContacts method)
    {
        var scene = world.Scene(caller.Me);
        foreach (var id in caller.Me.Contacts.Keys)
            scene.See(PeerKey.User(id));
        return new Tl.Contacts.Contacts
        {
            ContactsValue = [.. caller.Me.Contacts.Keys.Select(id => new Tl.Contact { UserId = id, Mutual = world.Roster.Account(id)?.Contacts.ContainsKey(caller.Me.Id) ?? false })],
            SavedCount = 0,
            Users = scene.Users(),
        };
    }

    private Tl.Contacts.Found Search(Caller caller, Tl.Contacts.Search method)
    {
        var query = method.Q.Trim().TrimStart('@');
        if (query.Length == 0)
            throw new RpcError(400, "SEARCH_QUERY_EMPTY");
        if (query.Length < 3)
            throw new RpcError(400, "QUERY_TOO_SHORT");
        bool Matches(string? username, string name) =>
            (username?.StartsWith(query, StringComparison.OrdinalIgnoreCase) ?? false) || name.Contains(query, StringComparison.OrdinalIgnoreCase);
        var scene = world.Scene(caller.Me);
        var accounts = world.Roster.Accounts.Where(each => each.Username is not null && !each.Deleted && Matches(each.Username, each.FirstName)).Select(each => each.Peer);
        var channels = world.Roster.Channels.Where(each => each.Username is not null && !each.Deleted && Matches(each.Username, each.Title)).Select(each => each.Peer);
        var found = accounts.Concat(channels).Take(Math.Clamp(method.Limit, 1, 50)).ToList();
        bool Own(PeerKey peer) => world.Boxes.Of(caller.Me).Dialogs.ContainsKey(peer) || caller.Me.Contacts.ContainsKey(peer.Id);
        return new Tl.Contacts.Found
        {
            MyResults = [.. found.Where(Own).Select(scene.Peer)],
            Results = [.. found.Where(peer => !Own(peer)).Select(scene.Peer)],
            Chats = scene.Chats(),
            Users = scene.Users(),
        };
    }

    private Tl.Contacts.ImportedContacts Import(Caller caller, Tl.Contacts.ImportContacts method)
    {
        var scene = world.Scene(caller.Me);
        var imported = new List<Tl.ImportedContact>();
        foreach (var contact in method.Contacts)
        {
            if (world.Roster.ByPhone(string.Concat(contact.Phone.Where(char.IsAsciiDigit))) is not { Service: false } account)
                continue;
            caller.Me.Contacts[account.Id] = new ContactName(contact.FirstName, contact.LastName);
            scene.See(account);
            imported.Add(new Tl.ImportedContact { UserId = account.Id, ClientId = contact.ClientId });
        }

        world.Rows.Save(caller.Me);
        return new Tl.Contacts.ImportedContacts { Imported = [.. imported], PopularInvites = [], RetryContacts = [], Users = scene.Users() };
    }

    private Tl.UpdatesBase Add(Caller caller, Tl.Contacts.AddContact method)
    {
        var user = peers.TryUser(caller.Me, method.Id) is { } found && found.Id != caller.Me.Id ? found : throw new RpcError(400, "CONTACT_ID_INVALID");
        if (method.FirstName.Trim().Length == 0)
            throw new RpcError(400, "CONTACT_NAME_EMPTY");
        caller.Me.Contacts[user.Id] = new ContactName(method.FirstName.Trim(), method.LastName.Trim());
        return Changed(caller, [user]);
    }

    private Tl.UpdatesBase Delete(Caller caller, Tl.Contacts.DeleteContacts method)
    {
        var users = method.Id.Select(id => peers.User(caller.Me, id)).ToList();
        foreach (var user in users)
            caller.Me.Contacts.Remove(user.Id);
        return Changed(caller, users);
    }

    private Tl.UpdatesConstructor Changed(Caller caller, IReadOnlyList<Account> users)
    {
        world.Rows.Save(caller.Me);
        var scene = world.Scene(caller.Me);
        return scene.Updates([.. users.Select(user => new Tl.UpdatePeerSettings { Peer = scene.Peer(user.Peer), Settings = new Tl.PeerSettings() })]);
    }

    private bool SetBlocked(Caller caller, Tl.InputPeerBase id, bool blocked)
    {
        var peer = peers.Peer(caller.Me, id);
        var changed = blocked ? caller.Me.Blocked.Add(peer.Id) : caller.Me.Blocked.Remove(peer.Id);
        if (!changed)
            return true;
        world.Rows.Save(caller.Me);
        if (world.Roster.Account(peer.Id) is { IsBot: true } bot)
            world.Bots.Stopped(caller.Me, bot, blocked);
        return true;
    }

    private Tl.Contacts.BlockedBase GetBlocked(Caller caller, Tl.Contacts.GetBlocked method)
    {
        var scene = world.Scene(caller.Me);
        return new Tl.Contacts.Blocked
        {
            BlockedValue = [.. caller.Me.Blocked.Select(id => new Tl.PeerBlocked { PeerId = scene.Peer(PeerKey.User(id)), Date = 0 })],
            Chats = scene.Chats(),
            Users = scene.Users(),
        };
    }
}
