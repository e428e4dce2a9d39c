using System.Buffers.Binary;
using System.Security.Cryptography;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Text;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>messages.*: sending text, media and albums; typing.</summary>
internal sealed class SendService(SimulatorWorld world, PeerResolver peers, SendRules rules, ContentRules content, MediaMaker media) : IRpcService
{
    private const int AlbumLimit = 10;

    public void Register(RpcTable table)
    {
        table.On<Tl.Messages.SendMessage, Tl.UpdatesBase>(Access.Account, SendMessage);
        table.OnAsync<Tl.Messages.SendMedia, Tl.UpdatesBase>(Access.Account, SendMediaAsync);
        table.OnAsync<Tl.Messages.SendMultiMedia, Tl.UpdatesBase>(Access.Account, SendAlbumAsync);
        table.OnAsync<Tl.Messages.UploadMedia, Tl.MessageMediaBase>(Access.Account, UploadMediaAsync);
        table.On<Tl.Messages.StartBot, Tl.UpdatesBase>(Access.Person, StartBot);
        table.On<Tl.Messages.SetTyping, bool>(Access.Account, SetTyping);
        table.On<Tl.Messages.GetWebPagePreview, Tl.Messages.WebPagePreview>(Access.Person, (_, _) => new Tl.Messages.WebPagePreview { Media = new Tl.MessageMediaEmpty(), Chats = [], Users = [] });
    }

    private Tl.UpdatesBase SendMessage(Caller caller, Tl.Messages.SendMessage method)
    {
        var me = caller.Me;
        var chat = Target(me, method.Peer, ContentKind.Plain, method.ScheduleDate);
        RequireNew(me, method.RandomId);
        var text = content.Text(me, method.Message, method.Entities);
        var sent = world.Posts.Send(me, chat, new Draft
        {
            Text = text.Text,
            Entities = text.Entities,
            Markup = content.Markup(me, method.ReplyMarkup),
            Reply = content.Reply(me, chat, method.ReplyTo),
            Silent = method.Silent,
            NoForwards = method.Noforwards,
            InvertMedia = method.InvertMedia,
            EffectId = method.Effect,
            RandomId = method.RandomId,
            FromSessionId = caller.SessionId,
        });
        return SentAnswer.Of(world, me, sent);
    }

    private async Task<Tl.UpdatesBase> SendMediaAsync(Caller caller, Tl.Messages.SendMedia method, CancellationToken cancellationToken)
    {
        var me = caller.Me;
        (PeerKey Chat, Draft Draft) Prepare()
        {
            var chat = Target(me, method.Peer, ContentKinds.Of(method.Media), method.ScheduleDate);
            RequireNew(me, method.RandomId);
            var isText = method.Media is Tl.InputMediaWebPage or Tl.InputMediaEmpty;
            var text = isText ? content.Text(me, method.Message, method.Entities) : content.Caption(me, method.Message, method.Entities);
            return (chat, new Draft
            {
                Text = text.Text,
                Entities = text.Entities,
                Markup = content.Markup(me, method.ReplyMarkup),
                Reply = content.Reply(me, chat, method.ReplyTo),
                Silent = method.Silent,
                NoForwards = method.Noforwards,
                InvertMedia = method.InvertMedia,
                EffectId = method.Effect,
                RandomId = method.RandomId,
                FromSessionId = caller.SessionId,
            });
        }

        // What is wrong should be said before files are taken from their parts, and may have changed after that.
        lock (world.Gate)
            Prepare();
        var made = await media.MakeAsync(me, method.Media, cancellationToken);
        return await world.ChangeAsync(
            () =>
            {
                var (chat, draft) = Prepare();
                return SentAnswer.Of(world, me, world.Posts.Send(me, chat, draft with { Media = made }));
            },
            cancellationToken);
    }

    private async Task<Tl.UpdatesBase> SendAlbumAsync(Caller caller, Tl.Messages.SendMultiMedia method, CancellationToken cancellationToken)
    {
        var me = caller.Me;
        if (method.MultiMedia.Length == 0)
            throw new RpcError(400, "MEDIA_EMPTY");
        if (method.MultiMedia.Length > AlbumLimit)
            throw new RpcError(400, "MULTI_MEDIA_TOO_LONG");
        if (method.MultiMedia.Any(item => item.RandomId == 0))
            throw new RpcError(400, "RANDOM_ID_EMPTY");
        (PeerKey Chat, ReplyTarget? Reply, Formatted[] Captions) Prepare()
        {
            PeerKey chat = default;
            foreach (var item in method.MultiMedia)
            {
                chat = Target(me, method.Peer, ContentKinds.Of(item.Media), method.ScheduleDate);
                RequireNew(me, item.RandomId);
            }

            return (chat, content.Reply(me, chat, method.ReplyTo), [.. method.MultiMedia.Select(item => content.Caption(me, item.Message, item.Entities))]);
        }

        lock (world.Gate)
            Prepare();
        var made = new List<Tl.MessageMediaBase>();
        foreach (var item in method.MultiMedia)
        {
            var one = await media.MakeAsync(me, item.Media, cancellationToken);
            made.Add(one is Tl.MessageMediaPhoto or Tl.MessageMediaDocument ? one : throw new RpcError(400, "MEDIA_INVALID"));
        }

        var groupedId = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;
        return await world.ChangeAsync(
            () =>
            {
                var (chat, reply, captions) = Prepare();
                var sent = method.MultiMedia.Select((item, index) => world.Posts.Send(me, chat, new Draft
                {
                    Text = captions[index].Text,
                    Entities = captions[index].Entities,
                    Media = made[index],
                    Reply = reply,
                    Silent = method.Silent,
                    NoForwards = method.Noforwards,
                    InvertMedia = method.InvertMedia,
                    GroupedId = method.MultiMedia.Length > 1 ? groupedId : null,
                    RandomId = item.RandomId,
                    FromSessionId = caller.SessionId,
                })).ToList();
                return SentAnswer.Of(world, me, sent);
            },
            cancellationToken);
    }

    private async Task<Tl.MessageMediaBase> UploadMediaAsync(Caller caller, Tl.Messages.UploadMedia method, CancellationToken cancellationToken)
    {
        lock (world.Gate)
            peers.Peer(caller.Me, method.Peer);
        return await media.MakeAsync(caller.Me, method.Media, cancellationToken) ?? throw new RpcError(400, "MEDIA_INVALID");
    }

    private Tl.UpdatesBase StartBot(Caller caller, Tl.Messages.StartBot method)
    {
        var me = caller.Me;
        var bot = peers.User(me, method.Bot);
        if (!bot.IsBot)
            throw new RpcError(400, "BOT_INVALID");
        if (method.StartParam.Length > 64)
            throw new RpcError(400, "START_PARAM_TOO_LONG");
        if (!method.StartParam.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-'))
            throw new RpcError(400, "START_PARAM_INVALID");
        var chat = Target(me, method.Peer, ContentKind.Plain, null);
        RequireNew(me, method.RandomId);
        var command = chat.Kind == PeerKind.User ? "/start" : $"/start@{bot.Username}";
        var text = content.Text(me, $"{command} {method.StartParam}", null);
        return SentAnswer.Of(world, me, world.Posts.Send(me, chat, new Draft { Text = text.Text, Entities = text.Entities, RandomId = method.RandomId, FromSessionId = caller.SessionId }));
    }

    private bool SetTyping(Caller caller, Tl.Messages.SetTyping method)
    {
        var me = caller.Me;
        var chat = peers.Peer(me, method.Peer);
        rules.Check(me, chat, ContentKind.Plain);
        IEnumerable<long> others = chat.Kind switch
        {
            PeerKind.User => [chat.Id],
            PeerKind.Group => world.Roster.Group(chat.Id)!.Members.Keys,
            _ => world.Roster.Channel(chat.Id)! is { Broadcast: false } channel ? channel.MemberIds() : [],
        };
        foreach (var other in others.Where(id => id != me.Id && world.Roster.Account(id) is { IsBot: false }).ToList())
        {
            world.Posts.Announce(other, scene =>
            {
                scene.See(me).See(chat.Kind == PeerKind.User ? me.Peer : chat);
                return chat.Kind switch
                {
                    PeerKind.User => new Tl.UpdateUserTyping { UserId = me.Id, TopMsgId = method.TopMsgId, Action = method.Action },
                    PeerKind.Group => new Tl.UpdateChatUserTyping { ChatId = chat.Id, FromId = me.Peer.ToTl(), Action = method.Action },
                    _ => new Tl.UpdateChannelUserTyping { ChannelId = chat.Id, TopMsgId = method.TopMsgId, FromId = me.Peer.ToTl(), Action = method.Action },
                };
            });
        }

        return true;
    }

    private PeerKey Target(Account me, Tl.InputPeerBase peer, ContentKind kind, int? scheduleDate)
    {
        var chat = peers.Peer(me, peer);
        rules.Check(me, chat, kind);
        rules.CheckPace(me, chat);
        if (scheduleDate is not null)
            throw new RpcError(400, me.IsBot ? "SCHEDULE_BOT_NOT_ALLOWED" : "SCHEDULE_DATE_INVALID");
        return chat;
    }

    private void RequireNew(Account me, long randomId)
    {
        if (randomId == 0)
            throw new RpcError(400, "RANDOM_ID_EMPTY");
        if (world.Boxes.HasRandomId(me.Id, randomId))
            throw new RpcError(500, "RANDOM_ID_DUPLICATE");
    }
}
