using System.Buffers.Binary;
using System.Security.Cryptography;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>messages.forwardMessages, which is copying too (https://core.telegram.org/method/messages.forwardMessages).</summary>
internal sealed class ForwardService(SimulatorWorld world, PeerResolver peers, SendRules rules, ContentRules content) : IRpcService
{
    private const int Limit = 100;

    public void Register(RpcTable table) => table.On<Tl.Messages.ForwardMessages, Tl.UpdatesBase>(Access.Account, Forward);

    private Tl.UpdatesBase Forward(Caller caller, Tl.Messages.ForwardMessages method)
    {
        var me = caller.Me;
        if (method.Id.Length is 0 or > Limit)
            throw new RpcError(400, method.Id.Length == 0 ? "MESSAGE_IDS_EMPTY" : "MESSAGE_ID_INVALID");
        if (method.RandomId.Length != method.Id.Length || method.RandomId.Distinct().Count() != method.RandomId.Length)
            throw new RpcError(400, "RANDOM_ID_INVALID");
        if (method.ScheduleDate is not null)
            throw new RpcError(400, me.IsBot ? "SCHEDULE_BOT_NOT_ALLOWED" : "SCHEDULE_DATE_INVALID");
        var source = peers.Peer(me, method.FromPeer);
        var target = peers.Peer(me, method.ToPeer);
        rules.CheckPace(me, target);
        var box = world.Boxes.For(me, source);
        var messages = new List<StoredMessage>();
        foreach (var (id, randomId) in method.Id.Zip(method.RandomId))
        {
            if (!box.Messages.TryGetValue(id, out var message) || Boxes.PeerIn(message, box.Key) != source || message.Action is not null)
                throw new RpcError(400, "MESSAGE_ID_INVALID");
            if (message.NoForwards)
                throw new RpcError(400, "CHAT_FORWARDS_RESTRICTED");
            rules.Check(me, target, ContentKinds.Of(message.Media));
            if (world.Boxes.HasRandomId(me.Id, randomId))
                throw new RpcError(500, "RANDOM_ID_DUPLICATE");
            messages.Add(message);
        }

        var reply = content.Reply(me, target, method.ReplyTo);
        var albums = new Dictionary<long, long>();
        var sent = messages.Select((message, index) => world.Posts.Send(me, target, new Draft
        {
            Text = method.DropMediaCaptions && message.Media is not null ? "" : message.Text,
            Entities = method.DropMediaCaptions && message.Media is not null ? [] : message.Entities,
            Media = message.Media,
            Reply = reply,
            Forward = method.DropAuthor || method.DropMediaCaptions ? null : Origin(message),
            ViaBotId = message.ViaBotId,
            GroupedId = Album(albums, message.GroupedId),
            Silent = method.Silent,
            NoForwards = method.Noforwards,
            InvertMedia = message.InvertMedia,
            RandomId = method.RandomId[index],
            FromSessionId = caller.SessionId,
        })).ToList();
        return SentAnswer.Of(world, me, sent);
    }

    /// <summary>Who wrote it first, however often it was forwarded; a channel's post names the channel.</summary>
    private static ForwardOrigin Origin(StoredMessage message)
    {
        if (message.Forward is { } origin)
            return origin;
        return message.SentAs is { Kind: PeerKind.Channel } channel
            ? new ForwardOrigin(channel, null, message.Date, message.Ids.GetValueOrDefault(-channel.Id) is var id and > 0 ? id : null, message.PostAuthor)
            : new ForwardOrigin(PeerKey.User(message.SenderId), null, message.Date, null, null);
    }

    private static long? Album(Dictionary<long, long> albums, long? before)
    {
        if (before is not { } id)
            return null;
        if (!albums.TryGetValue(id, out var after))
            albums[id] = after = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;
        return after;
    }
}
