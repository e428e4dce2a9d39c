using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Control;

/// <summary><c>POST /simulator/chats/{chat}/members</c></summary>
internal sealed class SetMember(SimulatorWorld world)
{
    public async Task<OkResponse> RunAsync(string chat, SetMemberRequest request, CancellationToken cancellationToken) => await world.ChangeAsync(
        () =>
        {
            var peer = ChatNames.Chat(world, chat);
            var user = ChatNames.Account(world, request.User);
            switch (peer.Kind)
            {
                case PeerKind.Group:
                    InGroup(world.Roster.Group(peer.Id)!, user, request);
                    break;
                case PeerKind.Channel:
                    InChannel(world.Roster.Channel(peer.Id)!, user, request);
                    break;
                default:
                    throw ControlException.Bad("A private chat has no members to change.");
            }

            return new OkResponse(true);
        },
        cancellationToken);

    private void InGroup(Group group, Account user, SetMemberRequest request)
    {
        var actor = ChatNames.Account(world, request.Actor ?? group.CreatorId);
        var inside = group.Members.ContainsKey(user.Id);
        switch (request.Status)
        {
            case "member" or "administrator":
                if (!inside)
                    world.Chats.AddToGroup(group, actor, user, 0);
                if (group.Members[user.Id].Admin != (request.Status == "administrator"))
                    world.Chats.SetGroupAdmin(group, actor, user, request.Status == "administrator");
                break;
            case "left" or "kicked" when inside:
                world.Chats.RemoveFromGroup(group, request.Status == "left" ? user : actor, user, 0);
                break;
            default:
                throw ControlException.Bad("The status is member, administrator, left or kicked, and only a member can leave.");
        }
    }

    private void InChannel(Channel channel, Account user, SetMemberRequest request)
    {
        var actor = ChatNames.Account(world, request.Actor ?? channel.CreatorId);
        switch (request.Status)
        {
            case "member" when channel.Find(user.Id) is { Status: MemberStatus.Admin }:
                world.Chats.Promote(channel, actor, user, new Tl.ChatAdminRights(), null);
                break;
            case "member" when !channel.Has(user.Id):
                world.Chats.AddToChannel(channel, actor, user, null, 0);
                break;
            case "member":
                world.Chats.Restrict(channel, actor, user, new Tl.ChatBannedRights(), 0);
                break;
            case "administrator":
                if (!channel.Has(user.Id) && !channel.Broadcast)
                    world.Chats.AddToChannel(channel, actor, user, null, 0);
                world.Chats.Promote(channel, actor, user, MemberRights.All(channel.Broadcast), null);
                break;
            case "restricted":
                world.Chats.Restrict(channel, actor, user, BannedRights.Of(request.Forbidden ?? ["send_messages"], request.UntilDate), 0);
                break;
            case "left" when channel.Has(user.Id):
                world.Chats.LeaveChannel(channel, user, 0);
                break;
            case "kicked":
                world.Chats.Restrict(channel, actor, user, new Tl.ChatBannedRights { ViewMessages = true, SendMessages = true }, 0);
                break;
            default:
                throw ControlException.Bad("The status is member, administrator, restricted, left or kicked, and only a member can leave.");
        }
    }
}
