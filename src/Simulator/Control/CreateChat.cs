using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Control;

/// <summary><c>POST /simulator/chats</c></summary>
internal sealed class CreateChat(SimulatorWorld world)
{
    public async Task<IdResponse> RunAsync(CreateChatRequest request, CancellationToken cancellationToken) => await world.ChangeAsync(
        () =>
        {
            if (string.IsNullOrWhiteSpace(request.Title))
                throw ControlException.Bad("A chat needs a title.");
            var creator = ChatNames.Person(world, request.Creator);
            var admins = (request.Admins ?? []).Select(id => ChatNames.Account(world, id)).ToList();
            var members = (request.Members ?? []).Select(id => ChatNames.Account(world, id)).Concat(admins).Where(account => account.Id != creator.Id).DistinctBy(account => account.Id).ToList();
            return new IdResponse(request.Type switch
            {
                "group" => Group(request, creator, members, admins),
                "supergroup" => Channel(request, creator, members, admins, broadcast: false),
                "channel" => Channel(request, creator, members, admins, broadcast: true),
                _ => throw ControlException.Bad("A chat's type is group, supergroup or channel."),
            });
        },
        cancellationToken);

    private long Group(CreateChatRequest request, Account creator, List<Account> members, List<Account> admins)
    {
        if (request.Username is not null)
            throw ControlException.Bad("A basic group has no username.");
        var (group, _) = world.Chats.CreateGroup(creator, request.Title.Trim(), members, 0);
        foreach (var admin in admins)
            world.Chats.SetGroupAdmin(group, creator, admin, admin: true);
        return group.Peer.BotApiId;
    }

    private long Channel(CreateChatRequest request, Account creator, List<Account> members, List<Account> admins, bool broadcast)
    {
        if (request.Username is { } username && (!Usernames.IsValid(username) || world.Roster.ByUsername(username) is not null))
            throw ControlException.Bad($"The username {username} is invalid or taken.");
        var (channel, _) = world.Chats.CreateChannel(creator, request.Title.Trim(), "", broadcast, 0);
        world.Roster.Rename(channel.Peer, null, request.Username);
        channel.Username = request.Username;
        world.Rows.Save(channel);
        foreach (var member in members)
        {
            var admin = admins.Contains(member) || (broadcast && member.IsBot);
            if (!broadcast || !admin)
                world.Chats.AddToChannel(channel, creator, member, null, 0);
            if (admin)
                world.Chats.Promote(channel, creator, member, MemberRights.All(broadcast), null);
        }

        return channel.Peer.BotApiId;
    }
}
