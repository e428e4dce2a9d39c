using TelegramRest.Simulator.World.Business;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Messages;

/// <summary>
/// Puts messages into the boxes of all who get them, changes and removes them there, and tells everybody. Nothing here asks whether the sender may:
/// <see cref="SendRules"/> has.
/// </summary>
internal sealed class PostOffice(SimulatorWorld world)
{
    public Sent Send(Account sender, PeerKey chat, Draft draft)
    {
        var channel = chat.Kind == PeerKind.Channel ? world.Roster.Channel(chat.Id) : null;
        var message = Make(world, world.Boxes.NewUid(), sender, chat, draft, world.Clock.Now);
        if (channel is { ParentId: not null })
            message.HiddenFrom = world.Direct.HiddenFrom(channel, message);
        else if (channel is { Broadcast: false })
            message.HiddenFrom = [.. channel.MemberIds().Select(world.Roster.Account).OfType<Account>().Where(bot => PrivacyMode.Hides(world, bot, message, channel)).Select(bot => bot.Id)];
        world.Boxes.Register(message);
        if (message.Media is Tl.MessageMediaPoll poll)
            world.Polls.Shown(poll, message);

        Sent? sent = null;
        foreach (var (box, peer) in Receivers(sender, chat, message))
        {
            var entry = world.Boxes.Append(box, peer, message);
            if (sent is null)
                sent = new Sent(message, box, entry);
            if (!box.IsChannel && box.Key == sender.Id)
                MarkOwnAsRead(box, peer, entry.Ids[0]);
        }

        world.Rows.Save(message);
        foreach (var box in message.Ids.Keys.Select(world.Boxes.Get))
            Announce(box, box.Log[^1], draft.FromSessionId, sender.Id);
        world.Guests.Call(message);
        world.Business.Sent(message);
        if (chat.Kind == PeerKind.User && world.Roster.Account(chat.Id) is { IsBot: true } && sender.StartedBots.Add(chat.Id))
            world.Rows.Save(sender);
        return sent!;
    }

    /// <summary>The message that a draft becomes, in no box yet.</summary>
    public static StoredMessage Make(SimulatorWorld world, long uid, Account sender, PeerKey chat, Draft draft, int date)
    {
        var channel = chat.Kind == PeerKind.Channel ? world.Roster.Channel(chat.Id) : null;
        return new StoredMessage
        {
            Uid = uid,
            Chat = chat,
            SenderId = sender.Id,
            SentAs = draft.SendAs ?? SentAs(sender, chat, channel),
            Date = date,
            Text = draft.Text,
            Entities = draft.Entities,
            Media = draft.Media,
            Markup = draft.Markup,
            Action = draft.Action,
            Rich = draft.Rich,
            Reply = draft.Reply,
            TopicId = channel is { Forum: true } ? draft.TopicId ?? Topic.General : null,
            FromScheduled = draft.FromScheduled,
            Forward = draft.Forward,
            ViaBotId = draft.ViaBotId,
            BusinessBotId = draft.BusinessBotId ?? (BusinessScope.Current?.UserId == sender.Id ? BusinessScope.Current.BotId : null),
            GuestFor = draft.GuestFor,
            DirectTopic = draft.DirectTopic,
            SuggestedPost = draft.SuggestedPost,
            GroupedId = draft.GroupedId,
            PostAuthor = channel is { Broadcast: true, Signatures: true } ? sender.FirstName : null,
            Silent = draft.Silent,
            NoForwards = draft.NoForwards,
            InvertMedia = draft.InvertMedia,
            EffectId = draft.EffectId,
            RandomId = draft.RandomId,
        };
    }

    /// <summary>Logs that a message's content changed, in every box that has it.</summary>
    /// <returns>The event in the box that <paramref name="editor"/> looks into.</returns>
    public BoxEvent Edited(StoredMessage message, Account editor, long fromSessionId)
    {
        world.Rows.Save(message);
        BoxEvent? own = null;
        foreach (var (key, id) in message.Ids.ToArray())
        {
            var box = world.Boxes.Get(key);
            var entry = world.Boxes.Log(box, BoxEventKind.Edit, 1, Boxes.PeerIn(message, key), [id], 0, message.HiddenFrom);
            if (own is null || key == editor.Id)
                own = entry;
            Announce(box, entry, fromSessionId, editor.Id);
        }

        world.Business.Edited(message);
        return own!;
    }

    /// <summary>Removes messages from a box and, when asked, from the boxes of all others too.</summary>
    /// <returns>How the box stands, and by how much it moved.</returns>
    public (int Pts, int Count) Delete(Box box, IReadOnlyList<int> ids, bool everywhere, Account actor, long fromSessionId)
    {
        var messages = ids.Distinct().Select(box.Messages.GetValueOrDefault).OfType<StoredMessage>().ToList();
        var count = 0;
        var keys = everywhere ? messages.SelectMany(message => message.Ids.Keys).Distinct().ToList() : [box.Key];
        foreach (var key in keys)
        {
            var target = world.Boxes.Get(key);
            foreach (var byPeer in messages.Where(message => message.Ids.ContainsKey(key)).GroupBy(message => Boxes.PeerIn(message, key)).ToList())
            {
                var entry = world.Boxes.Remove(target, byPeer.Key, [.. byPeer.Select(message => message.Ids[key])]);
                if (key == box.Key)
                    count += entry.Count;
                Announce(target, entry, fromSessionId, actor.Id);
                world.Business.Deleted(key, byPeer.Key, entry.Ids);
            }
        }

        return (box.IsChannel ? box.VisiblePts(actor.Id) : box.Pts, count);
    }

    /// <summary>Pushes an event to whoever looks into a box.</summary>
    public void Announce(Box box, BoxEvent entry, long fromSessionId, long actorId)
    {
        IEnumerable<long> viewers = box.IsChannel ? world.Roster.Channel(-box.Key)?.MemberIds() ?? [] : [box.Key];
        foreach (var viewerId in viewers)
        {
            if (entry.HiddenFrom.Contains(viewerId) || !world.Pusher.IsOnline(viewerId) || world.Roster.Account(viewerId) is not { } viewer)
                continue;
            var scene = world.Scene(viewer);
            if (scene.Update(box, entry) is { } update)
                world.Outbox.Add(viewerId, scene.Updates(update), viewerId == actorId ? fromSessionId : 0);
        }
    }

    /// <summary>Pushes something that no log keeps.</summary>
    public void Announce(long viewerId, Func<Scene, Tl.UpdateBase> make, long fromSessionId = 0)
    {
        if (!world.Pusher.IsOnline(viewerId) || world.Roster.Account(viewerId) is not { } viewer)
            return;
        var scene = world.Scene(viewer);
        var update = make(scene);
        world.Outbox.Add(viewerId, scene.Updates(update), fromSessionId);
    }

    private static PeerKey? SentAs(Account sender, PeerKey chat, Channel? channel) =>
        channel is { Broadcast: true } || channel?.Find(sender.Id)?.AdminRights is { Anonymous: true } ? chat : null;

    private void MarkOwnAsRead(Box box, PeerKey peer, int id)
    {
        // Who writes has read what stands above.
        var dialog = box.Dialog(peer);
        dialog.ReadInbox = Math.Max(dialog.ReadInbox, id);
        world.Boxes.SaveDialog(box, dialog);
    }

    private IEnumerable<(Box Box, PeerKey Peer)> Receivers(Account sender, PeerKey chat, StoredMessage message)
    {
        switch (chat.Kind)
        {
            case PeerKind.Channel:
                yield return (world.Boxes.Get(-chat.Id), chat);
                yield break;
            case PeerKind.User:
                yield return (world.Boxes.Of(sender), chat);
                if (chat.Id != sender.Id && world.Roster.Account(chat.Id) is { Deleted: false } receiver && !receiver.Blocked.Contains(sender.Id))
                    yield return (world.Boxes.Of(receiver), sender.Peer);
                yield break;
            default:
                var group = world.Roster.Group(chat.Id)!;
                yield return (world.Boxes.Of(sender), chat);
                foreach (var memberId in group.Members.Keys)
                {
                    if (memberId != sender.Id && world.Roster.Account(memberId) is { } member && !PrivacyMode.Hides(world, member, message, group))
                        yield return (world.Boxes.Of(member), chat);
                }

                yield break;
        }
    }
}
