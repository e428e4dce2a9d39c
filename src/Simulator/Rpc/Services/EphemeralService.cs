using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Ephemeral;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>
/// ephemeral.*: messages between a bot and one member of a group that nobody else sees. A bot that is an admin may write at any time, another one only to
/// answer: a pressed button, or an ephemeral message of the last seconds. People write commands that the bot has marked, and replies.
/// </summary>
internal sealed class EphemeralService(SimulatorWorld world, PeerResolver peers, SendRules rules, ContentRules content, MediaMaker media) : IRpcService
{
    private const int AnswerSeconds = 15;

    public void Register(RpcTable table)
    {
        table.OnAsync<Tl.Ephemeral.SendMessage, Tl.UpdatesBase>(Access.Account, SendAsync);
        table.OnAsync<Tl.Ephemeral.EditMessage, Tl.UpdatesBase>(Access.Account, EditAsync);
        table.On<Tl.Ephemeral.DeleteMessage, bool>(Access.Account, Delete);
        table.OnAsync<Tl.Ephemeral.GetCallbackAnswer, Tl.Messages.BotCallbackAnswer>(Access.Person, PressAsync);
    }

    private async Task<Tl.UpdatesBase> SendAsync(Caller caller, Tl.Ephemeral.SendMessage method, CancellationToken cancellationToken)
    {
        lock (world.Gate)
            Draft(caller, method, null);
        var made = method.Media is { } input ? await media.MakeAsync(caller.Me, input, cancellationToken) : null;
        return await world.ChangeAsync<Tl.UpdatesBase>(
            () =>
            {
                var message = Draft(caller, method, made);
                world.Ephemeral.Add(message, method.RandomId, caller.SessionId);
                var scene = world.Scene(caller.Me);
                return scene.Updates(new Tl.UpdateNewEphemeralMessage { Message = world.Ephemeral.Paint(scene, message) });
            },
            cancellationToken);
    }

    private StoredEphemeral Draft(Caller caller, Tl.Ephemeral.SendMessage method, Tl.MessageMediaBase? made)
    {
        var me = caller.Me;
        if (method.RandomId == 0)
            throw new RpcError(400, "RANDOM_ID_EMPTY");
        if (world.Ephemeral.IsKnown(me, method.RandomId))
            throw new RpcError(500, "RANDOM_ID_DUPLICATE");
        var (chat, other) = Target(me, method.Peer, method.ReceiverId);
        rules.Check(me, chat, method.Media is null ? ContentKind.Plain : ContentKinds.Of(method.Media));
        var text = method.Media is null or Tl.InputMediaWebPage ? content.Text(me, method.Message, method.Entities) : content.Caption(me, method.Message, method.Entities);
        var replied = method.ReplyTo is Tl.InputReplyToEphemeralMessage reply
            ? world.Ephemeral.Find(chat, me.Id, other.Id, reply.Id) ?? throw new RpcError(400, "REPLY_MESSAGE_ID_INVALID")
            : null;
        if (me.IsBot)
            RequireOccasion(me, other, chat, method.QueryId, replied);
        else if (replied is null && !IsEphemeralCommand(other, text.Text))
            throw new RpcError(400, "BOT_COMMAND_INVALID");
        var (answered, topicId) = replied is null ? content.Reply(me, chat, method.ReplyTo) : (null, replied.TopicId);
        return new StoredEphemeral
        {
            Id = world.Ephemeral.NextId(chat, me.Id, other.Id),
            Chat = chat,
            SenderId = me.Id,
            ReceiverId = other.Id,
            Date = world.Clock.Now,
            TopicId = topicId,
            Text = text.Text,
            Entities = text.Entities,
            Media = made,
            Markup = content.Markup(me, method.ReplyMarkup),
            ReplyToEphemeral = replied?.Id,
            ReplyToUid = answered?.Uid,
        };
    }

    private (PeerKey Chat, Account Other) Target(Account me, Tl.InputPeerBase peer, Tl.InputUserBase receiver)
    {
        var chat = peers.Peer(me, peer);
        if (chat.Kind == PeerKind.User || (chat.Kind == PeerKind.Channel && world.Roster.Channel(chat.Id) is { Broadcast: true }))
            throw new RpcError(400, "PEER_ID_INVALID");
        var other = peers.User(me, receiver);
        if (other.IsBot == me.IsBot)
            throw new RpcError(400, me.IsBot ? "USER_IS_BOT" : "BOT_INVALID");
        var inside = chat.Kind == PeerKind.Group ? world.Roster.Group(chat.Id)!.Members.ContainsKey(other.Id) : world.Roster.Channel(chat.Id)!.Has(other.Id);
        return inside ? (chat, other) : throw new RpcError(400, "USER_NOT_PARTICIPANT");
    }

    private void RequireOccasion(Account bot, Account person, PeerKey chat, long? queryId, StoredEphemeral? replied)
    {
        if (queryId is { } id)
        {
            if (!world.Callbacks.IsRecent(id, bot, person, AnswerSeconds))
                throw new RpcError(400, "QUERY_ID_INVALID");
            return;
        }

        if (replied is not null && replied.SenderId == person.Id && world.Clock.Now - replied.Date <= AnswerSeconds)
            return;
        var admin = chat.Kind == PeerKind.Group
            ? world.Roster.Group(chat.Id)!.Members.GetValueOrDefault(bot.Id) is { Admin: true }
            : world.Roster.Channel(chat.Id)!.Find(bot.Id) is { IsAdmin: true };
        if (!admin)
            throw new RpcError(400, "CHAT_ADMIN_REQUIRED");
    }

    private static bool IsEphemeralCommand(Account bot, string text)
    {
        if (!text.StartsWith('/'))
            return false;
        var name = text[1..].Split([' ', '@', '\n'], 2)[0];
        return bot.Bot!.Commands.Values.SelectMany(commands => commands).Any(command => command.Ephemeral && command.Command == name);
    }

    private async Task<Tl.UpdatesBase> EditAsync(Caller caller, Tl.Ephemeral.EditMessage method, CancellationToken cancellationToken)
    {
        lock (world.Gate)
            Own(caller.Me, method.Peer, method.ReceiverId, method.Id);
        if (method.Media is Tl.InputMediaUploadedPhoto or Tl.InputMediaUploadedDocument)
            throw new RpcError(400, "MEDIA_NEW_INVALID");
        var made = method.Media is { } input ? await media.MakeAsync(caller.Me, input, cancellationToken) : null;
        return await world.ChangeAsync<Tl.UpdatesBase>(() => Edit(caller, method, made), cancellationToken);
    }

    private Tl.UpdatesConstructor Edit(Caller caller, Tl.Ephemeral.EditMessage method, Tl.MessageMediaBase? made)
    {
        var me = caller.Me;
        var message = Own(me, method.Peer, method.ReceiverId, method.Id);
        var newMedia = method.Media is null ? message.Media : made;
        var markup = content.Markup(me, method.ReplyMarkup);
        var (text, entities) = (message.Text, message.Entities);
        if (method.Message is { } given)
        {
            // Even a plain text is held to the length of a caption here.
            var formatted = content.Caption(me, given, method.Entities);
            if (formatted.Text.Length == 0 && newMedia is null)
                throw new RpcError(400, "MESSAGE_EMPTY");
            (text, entities) = (formatted.Text, formatted.Entities);
        }

        if (text == message.Text && SameContent.SameAll(entities, message.Entities) && SameContent.Same(world.Files.Refresh(newMedia), world.Files.Refresh(message.Media)) && SameContent.Same(markup, message.Markup))
            throw new RpcError(400, "MESSAGE_NOT_MODIFIED");
        (message.Text, message.Entities, message.Media, message.Markup) = (text, entities, newMedia, markup);
        world.Ephemeral.Edited(message, caller.SessionId);
        var scene = world.Scene(me);
        return scene.Updates(new Tl.UpdateEditEphemeralMessage { Message = world.Ephemeral.Paint(scene, message) });
    }

    private bool Delete(Caller caller, Tl.Ephemeral.DeleteMessage method)
    {
        world.Ephemeral.Delete(Own(caller.Me, method.Peer, method.ReceiverId, method.Id), caller.SessionId);
        return true;
    }

    private StoredEphemeral Own(Account me, Tl.InputPeerBase peer, Tl.InputUserBase receiver, int id)
    {
        var (chat, other) = Target(me, peer, receiver);
        return world.Ephemeral.Find(chat, me.Id, other.Id, id) is { } message && message.SenderId == me.Id ? message : throw new RpcError(400, "MESSAGE_ID_INVALID");
    }

    private async Task<Tl.Messages.BotCallbackAnswer> PressAsync(Caller caller, Tl.Ephemeral.GetCallbackAnswer method, CancellationToken cancellationToken)
    {
        var me = caller.Me;
        var query = await world.ChangeAsync(
            () =>
            {
                var chat = peers.Peer(me, method.Peer);
                var data = method.Data ?? throw new RpcError(400, "DATA_INVALID");
                var message = world.Ephemeral.To(me, chat).FirstOrDefault(each => each.Id == method.Id && each.ReceiverId == me.Id) ?? throw new RpcError(400, "MESSAGE_ID_INVALID");
                var buttons = (message.Markup as Tl.ReplyInlineMarkup)?.Rows.SelectMany(row => row.Buttons).OfType<Tl.KeyboardButtonCallback>() ?? [];
                if (!buttons.Any(button => button.Data.Span.SequenceEqual(data.Span)))
                    throw new RpcError(400, "DATA_INVALID");
                var bot = world.Roster.Account(message.SenderId)!;
                return world.Callbacks.Ask(me, bot, 0, (queryId, scene) => new Tl.UpdateEphemeralBotCallbackQuery
                {
                    QueryId = queryId,
                    UserId = me.Id,
                    Peer = scene.Peer(chat),
                    MsgId = message.Id,
                    Data = data,
                    Message = world.Ephemeral.Paint(scene, message),
                });
            },
            cancellationToken);
        return await world.Callbacks.WaitAsync(query, cancellationToken);
    }
}
