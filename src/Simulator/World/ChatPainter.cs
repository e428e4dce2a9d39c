using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World;

/// <summary>A <c>chat</c> or <c>channel</c> as an account sees it, or its <c>…Forbidden</c> form for one who was removed (https://core.telegram.org/type/Chat).</summary>
internal sealed class ChatPainter(SimulatorWorld world, Account viewer)
{
    public Tl.ChatBase Paint(Group group)
    {
        if (group.Kicked.Contains(viewer.Id))
            return new Tl.ChatForbidden { Id = group.Id, Title = group.Title };
        var member = group.Members.GetValueOrDefault(viewer.Id);
        return new Tl.Chat
        {
            Id = group.Id,
            Creator = group.CreatorId == viewer.Id,
            Left = member is null,
            Deactivated = group.Deactivated,
            Noforwards = group.NoForwards,
            Title = group.Title,
            Photo = Photo(group.PhotoId),
            ParticipantsCount = group.Members.Count,
            Date = group.Date,
            Version = group.Version,
            MigratedTo = group.MigratedTo is { } channelId ? new Tl.InputChannel { ChannelId = channelId, AccessHash = world.Hashes.For(viewer.Id, PeerKey.Channel(channelId)) } : null,
            AdminRights = member is { Admin: true } || group.CreatorId == viewer.Id ? Rights.GroupAdmin() : null,
            DefaultBannedRights = group.DefaultBannedRights,
        };
    }

    public Tl.ChatBase Paint(Channel channel)
    {
        var member = channel.Find(viewer.Id);
        var hash = world.Hashes.For(viewer.Id, channel.Peer);
        if (channel.Deleted || member is { Status: MemberStatus.Kicked })
        {
            return new Tl.ChannelForbidden
            {
                Id = channel.Id,
                Broadcast = channel.Broadcast,
                Megagroup = !channel.Broadcast,
                AccessHash = hash,
                Title = channel.Title,
                UntilDate = member?.BannedRights is { UntilDate: > 0 } banned ? banned.UntilDate : null,
            };
        }

        return new Tl.Channel
        {
            Id = channel.Id,
            Creator = member is { Status: MemberStatus.Creator },
            Left = member is not { IsMember: true },
            Broadcast = channel.Broadcast,
            Megagroup = !channel.Broadcast,
            Signatures = channel.Signatures,
            SlowmodeEnabled = channel.SlowModeSeconds > 0,
            Noforwards = channel.NoForwards,
            Forum = channel.Forum,
            BroadcastMessagesAllowed = channel.DirectMessages,
            Monoforum = channel.ParentId is not null,
            LinkedMonoforumId = channel.ParentId ?? (channel.DirectMessages ? channel.MonoforumId : null),
            AccessHash = hash,
            Title = channel.Title,
            Username = channel.Username,
            Photo = Photo(channel.PhotoId),
            Date = member is { IsMember: true } ? member.Date : channel.Date,
            AdminRights = member is { IsAdmin: true } ? member.AdminRights : null,
            BannedRights = member is { IsAdmin: false } ? member.BannedRights : null,
            DefaultBannedRights = channel.DefaultBannedRights,
            ParticipantsCount = channel.Members.Values.Count(each => each.IsMember),
        };
    }

    private Tl.ChatPhotoBase Photo(long? photoId) =>
        photoId is { } id && world.Files.Find(id) is { } photo ? new Tl.ChatPhoto { PhotoId = photo.Id, DcId = photo.DcId } : new Tl.ChatPhotoEmpty();
}
