using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Messages;

/// <summary>What only bots are told, numbered by qts so that none is lost: memberships, blocking, reactions (https://core.telegram.org/api/updates#update-handling).</summary>
internal sealed class BotNotices(SimulatorWorld world)
{
    public void Stopped(Account person, Account bot, bool stopped) => Tell(bot, qts => new Tl.UpdateBotStopped
    {
        UserId = person.Id,
        Date = world.Clock.Now,
        Stopped = stopped,
        Qts = qts,
    });

    /// <summary>Tells the bots of a basic group: the one concerned, and all that are admins.</summary>
    public void MemberChanged(Group group, long actorId, long userId, Tl.ChatParticipantBase? before, Tl.ChatParticipantBase? after)
    {
        foreach (var bot in Concerned(group.Members.Values.Where(member => member.Admin).Select(member => member.UserId), userId))
        {
            Tell(bot, qts => new Tl.UpdateChatParticipant
            {
                ChatId = group.Id,
                Date = world.Clock.Now,
                ActorId = actorId,
                UserId = userId,
                PrevParticipant = before,
                NewParticipant = after,
                Qts = qts,
            });
        }
    }

    public void MemberChanged(Channel channel, long actorId, long userId, Tl.ChannelParticipantBase? before, Tl.ChannelParticipantBase? after)
    {
        foreach (var bot in Concerned(channel.Members.Values.Where(member => member.IsAdmin).Select(member => member.UserId), userId))
        {
            Tell(bot, qts => new Tl.UpdateChannelParticipant
            {
                ChannelId = channel.Id,
                Date = world.Clock.Now,
                ActorId = actorId,
                UserId = userId,
                PrevParticipant = before,
                NewParticipant = after,
                Qts = qts,
            });
        }
    }

    public void Reacted(StoredMessage message, Account actor, Tl.ReactionBase[] before, Tl.ReactionBase[] after)
    {
        if (message.Chat.Kind != PeerKind.Channel || world.Roster.Channel(message.Chat.Id) is not { } channel)
            return;
        foreach (var bot in Concerned(channel.Members.Values.Where(member => member.IsAdmin).Select(member => member.UserId), 0))
        {
            Tell(bot, qts => new Tl.UpdateBotMessageReaction
            {
                Peer = message.Chat.ToTl(),
                MsgId = message.Ids[-message.Chat.Id],
                Date = world.Clock.Now,
                Actor = actor.Peer.ToTl(),
                OldReactions = before,
                NewReactions = after,
                Qts = qts,
            });
        }
    }

    /// <summary>The peers that an update kept for a bot mentions.</summary>
    public static void See(Scene scene, Tl.UpdateBase update)
    {
        _ = update switch
        {
            Tl.UpdateBotStopped stopped => scene.See(PeerKey.User(stopped.UserId)),
            Tl.UpdateChatParticipant member => scene.See(PeerKey.Group(member.ChatId)).See(PeerKey.User(member.ActorId)).See(PeerKey.User(member.UserId)),
            Tl.UpdateChannelParticipant member => scene.See(PeerKey.Channel(member.ChannelId)).See(PeerKey.User(member.ActorId)).See(PeerKey.User(member.UserId)),
            Tl.UpdateBotMessageReaction reaction => scene.See(PeerKey.From(reaction.Peer)).See(PeerKey.From(reaction.Actor)),
            _ => scene,
        };
    }

    private IEnumerable<Account> Concerned(IEnumerable<long> admins, long userId) =>
        admins.Append(userId).Distinct().ToList().Select(world.Roster.Account).OfType<Account>().Where(account => account.IsBot);

    private void Tell(Account bot, Func<int, Tl.UpdateBase> make)
    {
        world.Boxes.LogQts(world.Boxes.Of(bot), make, out var update);
        world.Posts.Announce(bot.Id, scene =>
        {
            See(scene, update);
            return update;
        });
    }
}
