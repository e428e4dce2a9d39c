using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>messages.editMessage (https://core.telegram.org/method/messages.editMessage).</summary>
internal sealed class EditService(SimulatorWorld world, PeerResolver peers, SendRules rules, ContentRules content, MediaMaker media) : IRpcService
{
    public void Register(RpcTable table) => table.OnAsync<Tl.Messages.EditMessage, Tl.UpdatesBase>(Access.Account, EditAsync);

    private async Task<Tl.UpdatesBase> EditAsync(Caller caller, Tl.Messages.EditMessage method, CancellationToken cancellationToken)
    {
        if (method.ScheduleDate is not null)
            throw new RpcError(400, "SCHEDULE_DATE_INVALID");
        lock (world.Gate)
            Find(caller.Me, method);
        var made = method.Media is { } input ? await media.MakeAsync(caller.Me, input, cancellationToken) : null;
        return await world.ChangeAsync<Tl.UpdatesBase>(() => Edit(caller, method, made), cancellationToken);
    }

    private Tl.UpdatesConstructor Edit(Caller caller, Tl.Messages.EditMessage method, Tl.MessageMediaBase? made)
    {
        var me = caller.Me;
        var (box, message) = Find(me, method);
        var markup = content.Markup(me, method.ReplyMarkup);
        var newMedia = method.Media is null ? message.Media : made;
        if (method.Media is not null)
            rules.Check(me, Boxes.PeerIn(message, box.Key), ContentKinds.Of(method.Media));

        // A text becomes the caption when there is media; web page previews are none.
        var isText = newMedia is null or Tl.MessageMediaWebPage;
        var (text, entities) = (message.Text, message.Entities);
        if (method.Message is { } given)
        {
            var formatted = isText ? content.Text(me, given, method.Entities) : content.Caption(me, given, method.Entities);
            (text, entities) = (formatted.Text, formatted.Entities);
        }
        else if (method.Media is null && method.ReplyMarkup is null && !me.IsBot)
        {
            throw new RpcError(400, "MESSAGE_NOT_MODIFIED");
        }

        if (isText && method.Media is null && method.Message is not null && message.Media is Tl.MessageMediaWebPage)
            newMedia = null;
        var contentSame = text == message.Text && SameAll(entities, message.Entities) && Same(newMedia, message.Media) && (method.Message is null || method.InvertMedia == message.InvertMedia);
        if (contentSame && Same(markup, message.Markup))
            throw new RpcError(400, "MESSAGE_NOT_MODIFIED");

        (message.Text, message.Entities, message.Media, message.Markup) = (text, entities, newMedia, markup);
        if (method.Message is not null)
            message.InvertMedia = method.InvertMedia;
        message.EditDate = world.Clock.Now;
        message.EditHidden = contentSame;
        var entry = world.Posts.Edited(message, me, caller.SessionId);
        var scene = world.Scene(me);
        return scene.Updates(scene.Update(box, entry)!);
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
        if (message.Media is Tl.MessageMediaDice or Tl.MessageMediaGeo or Tl.MessageMediaContact && method.Message is not null)
            throw new RpcError(400, "MESSAGE_ID_INVALID");
        return (box, message);
    }

    private static bool Same(Tl.TlObject? left, Tl.TlObject? right)
    {
        if (ReferenceEquals(left, right))
            return true;
        if (left is null || right is null)
            return false;
        using var first = new Tl.TlWriter();
        using var second = new Tl.TlWriter();
        left.Write(first);
        right.Write(second);
        return first.WrittenSpan.SequenceEqual(second.WrittenSpan);
    }

    private static bool SameAll(Tl.MessageEntityBase[] left, Tl.MessageEntityBase[] right) => left.Length == right.Length && left.Zip(right).All(pair => Same(pair.First, pair.Second));
}
