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

    public void Voted(Account bot, long pollId, Account voter, byte[][] options, int[] positions) => Tell(bot, qts => new Tl.UpdateMessagePollVote
    {
        PollId = pollId,
        Peer = voter.Peer.ToTl(),
        Options = [.. options.Select(option => (ReadOnlyMemory<byte>)option)],
        Positions = positions,
        Qts = qts,
    });

    /// <summary>
    /// Tells bots about a reaction: in private chats the other side, in groups the admins; in channels, where nobody reacts by name, the admins hear
    /// how often each reaction stands there.
    /// </summary>
    public void Reacted(StoredMessage message, PeerKey actor, Tl.ReactionBase[] before, Tl.ReactionBase[] after)
    {
        var channel = message.Chat.Kind == PeerKind.Channel ? world.Roster.Channel(message.Chat.Id) : null;
        var group = message.Chat.Kind == PeerKind.Group ? world.Roster.Group(message.Chat.Id) : null;
        IEnumerable<long> admins = channel?.Members.Values.Where(member => member.IsAdmin).Select(member => member.UserId)
            ?? group?.Members.Values.Where(member => member.Admin).Select(member => member.UserId)
            ?? message.Ids.Keys;
        foreach (var bot in Concerned(admins, 0))
        {
            var box = channel is null ? bot.Id : -channel.Id;
            if (!message.Ids.TryGetValue(box, out var id))
                continue;
            var peer = Boxes.PeerIn(message, box).ToTl();
            Tell(bot, qts => channel is { Broadcast: true }
                ? new Tl.UpdateBotMessageReactions { Peer = peer, MsgId = id, Date = world.Clock.Now, Reactions = ReactionCounts.Of(message, 0), Qts = qts }
                : new Tl.UpdateBotMessageReaction { Peer = peer, MsgId = id, Date = world.Clock.Now, Actor = actor.ToTl(), OldReactions = before, NewReactions = after, Qts = qts });
        }
    }

    /// <summary>Gives a bot the message by which it was called into a chat that it is not in, and the one that this message answers.</summary>
    /// <param name="box">The box that both are in.</param>
    public void Guest(Account bot, long queryId, StoredMessage message, long box, StoredMessage? reference)
    {
        var scene = world.Scene(bot);
        Tell(bot, qts => new Tl.UpdateBotGuestChatQuery
        {
            QueryId = queryId,
            Message = scene.Message(message, box),
            ReferenceMessages = reference is null ? null : [scene.Message(reference, box)],
            Qts = qts,
        });
    }

    /// <summary>The peers that an update kept for a bot mentions.</summary>
    public static void See(Scene scene, Tl.UpdateBase update)
    {
        _ = update switch
        {
            Tl.UpdateBotStopped stopped => scene.See(PeerKey.User(stopped.UserId)),
            Tl.UpdateChatParticipant member => scene.See(PeerKey.Group(member.ChatId)).See(PeerKey.User(member.ActorId)).See(PeerKey.User(member.UserId)),
            Tl.UpdateChannelParticipant member => scene.See(PeerKey.Channel(member.ChannelId)).See(PeerKey.User(member.ActorId)).See(PeerKey.User(member.UserId)),
            Tl.UpdateMessagePollVote vote => scene.See(PeerKey.From(vote.Peer)),
            Tl.UpdateBotMessageReactions reactions => scene.See(PeerKey.From(reactions.Peer)),
            Tl.UpdateBotMessageReaction reaction => scene.See(PeerKey.From(reaction.Peer)).See(PeerKey.From(reaction.Actor)),
            Tl.UpdateBotBusinessConnect business => scene.See(PeerKey.User(business.Connection.UserId)),
            Tl.UpdateBotNewBusinessMessage business => See(scene, business.Message),
            Tl.UpdateBotEditBusinessMessage business => See(scene, business.Message),
            Tl.UpdateBotDeleteBusinessMessage business => scene.See(PeerKey.From(business.Peer)),
            Tl.UpdateBotGuestChatQuery guest => See(scene, [guest.Message, .. guest.ReferenceMessages ?? []]),
            _ => scene,
        };
    }

    private static Scene See(Scene scene, params Tl.MessageBase[] messages)
    {
        foreach (var message in messages.OfType<Tl.Message>())
        {
            foreach (var peer in (Tl.PeerBase?[])[message.PeerId, message.FromId])
            {
                if (peer is not null)
                    scene.See(PeerKey.From(peer));
            }
        }

        return scene;
    }

    private IEnumerable<Account> Concerned(IEnumerable<long> admins, long userId) =>
        admins.Append(userId).Distinct().ToList().Select(world.Roster.Account).OfType<Account>().Where(account => account.IsBot);

    /// <summary>Sends a bot an update of its numbered sequence.</summary>
    public void Tell(Account bot, Func<int, Tl.UpdateBase> make)
    {
        world.Boxes.LogQts(world.Boxes.Of(bot), make, out var update);
        world.Posts.Announce(bot.Id, scene =>
        {
            See(scene, update);
            return update;
        });
    }
}
