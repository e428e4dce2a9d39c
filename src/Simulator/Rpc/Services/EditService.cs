using TelegramRest.Simulator.Rpc.Rich;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Polls;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>messages.editMessage (https://core.telegram.org/method/messages.editMessage).</summary>
internal sealed class EditService(SimulatorWorld world, PeerResolver peers, SendRules rules, SendDesk desk, ContentRules content, MediaMaker media, RichMaker rich) : IRpcService
{
    private readonly EditContents _contents = new(world, content, rich);

    public void Register(RpcTable table) => table.OnAsync<Tl.Messages.EditMessage, Tl.UpdatesBase>(Access.Account, EditAsync);

    private async Task<Tl.UpdatesBase> EditAsync(Caller caller, Tl.Messages.EditMessage method, CancellationToken cancellationToken)
    {
        // A date says that the message is one of those that wait.
        if (method.ScheduleDate is { } date)
            return await EditScheduledAsync(caller, method, date, cancellationToken);
        lock (world.Gate)
        {
            var (_, message) = Find(caller.Me, method);
            EditContents.CheckMedia(message, method.Media, media.KindOf);
        }

        var made = EditContents.IsMade(method.Media) ? await media.MakeAsync(caller.Me, method.Media!, cancellationToken) : null;
        return await world.ChangeAsync<Tl.UpdatesBase>(() => Edit(caller, method, made), cancellationToken);
    }

    private Tl.UpdatesConstructor Edit(Caller caller, Tl.Messages.EditMessage method, Tl.MessageMediaBase? made)
    {
        var me = caller.Me;
        var (box, message) = Find(me, method);
        if (method.Media is not null)
            rules.Check(me, Boxes.PeerIn(message, box.Key), media.KindOf(method.Media));
        var after = _contents.After(me, message, method, made);
        var closed = Closed(message, method);
        var contentSame = closed is null && after.SameContent(message, world);
        if (contentSame && SameContent.Same(after.Markup, message.Markup))
            throw new RpcError(400, "MESSAGE_NOT_MODIFIED");

        after.Apply(message);
        message.EditDate = world.Clock.Now;
        message.EditHidden = contentSame;
        if (closed is not null)
            world.Polls.Close(closed, me.Id);
        var entry = world.Posts.Edited(message, me, caller.SessionId);
        var scene = world.Scene(me);

        // The poll comes first: clients look for it there.
        Tl.UpdateBase?[] updates = [closed is null ? null : PollPainter.Update(closed, scene, message), scene.Update(box, entry)];
        return scene.Updates([.. updates.OfType<Tl.UpdateBase>()]);
    }

    /// <returns>The poll that this edit ends.</returns>
    private StoredPoll? Closed(StoredMessage message, Tl.Messages.EditMessage method)
    {
        if (method.Media is not Tl.InputMediaPoll || message.Media is not Tl.MessageMediaPoll shown || world.Polls.Find(shown.Poll.Id) is not { } poll)
            return null;
        return poll.Poll.Closed ? throw new RpcError(400, "MESSAGE_NOT_MODIFIED") : poll;
    }

    private async Task<Tl.UpdatesBase> EditScheduledAsync(Caller caller, Tl.Messages.EditMessage method, int date, CancellationToken cancellationToken)
    {
        var me = caller.Me;
        var made = EditContents.IsMade(method.Media) ? await media.MakeAsync(me, method.Media!, cancellationToken) : null;
        return await world.ChangeAsync<Tl.UpdatesBase>(
            () =>
            {
                var chat = peers.Peer(me, method.Peer);
                var waiting = world.Scheduled.Find(me, chat, method.Id) ?? throw new RpcError(400, "MESSAGE_ID_INVALID");
                desk.CheckDate(me, chat, date, 0);
                EditContents.CheckMedia(waiting.Message, method.Media, media.KindOf);
                if (method.Message is not null || method.Media is not null || method.RichMessage is not null)
                    _contents.After(me, waiting.Message, method, made).Apply(waiting.Message);
                waiting.Message.Date = date;
                world.Scheduled.Changed(waiting, caller.SessionId);
                var scene = world.Scene(me);
                return scene.Updates(world.Scheduled.New(scene, waiting));
            },
            cancellationToken);
    }

    private (Box Box, StoredMessage Message) Find(Account me, Tl.Messages.EditMessage method)
    {
        var chat = peers.Peer(me, method.Peer);
        var box = world.Boxes.For(me, chat);
        if (!box.Messages.TryGetValue(method.Id, out var message) || Boxes.PeerIn(message, box.Key) != chat || message.Action is not null)
            throw new RpcError(400, "MESSAGE_ID_INVALID");
        var channel = chat.Kind == PeerKind.Channel ? world.Roster.Channel(chat.Id) : null;
        var editor = channel is { Broadcast: true } && channel.Find(me.Id)?.AdminRights is { EditMessages: true };
        if ((message.SenderId != me.Id || message.Forward is not null) && !editor)
            throw new RpcError(403, "MESSAGE_AUTHOR_REQUIRED");
        if (!me.IsBot && !editor && chat != me.Peer && world.Clock.Now - message.Date > EditRules.TimeLimit)
            throw new RpcError(400, "MESSAGE_EDIT_TIME_EXPIRED");
        if (message.Media is Tl.MessageMediaDice or Tl.MessageMediaGeo or Tl.MessageMediaVenue or Tl.MessageMediaContact && (method.Message is not null || method.Media is not null))
            throw new RpcError(400, "MESSAGE_ID_INVALID");
        return (box, message);
    }
}
