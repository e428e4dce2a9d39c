using TelegramRest.Simulator.Rpc.Rich;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Inline;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>messages.setBotGuestChatResult: the one answer of a bot that was called from a chat which it is not in.</summary>
internal sealed class GuestService(SimulatorWorld world, ContentRules content, MediaMaker media, RichMaker rich) : IRpcService
{
    private readonly InlineResults _results = new(world, content, rich);
    private readonly InlineSender _sender = new(world, media);

    public void Register(RpcTable table) => table.OnAsync<Tl.Messages.SetBotGuestChatResult, Tl.InputBotInlineMessageIDBase>(Access.Bot, AnswerAsync);

    private async Task<Tl.InputBotInlineMessageIDBase> AnswerAsync(Caller caller, Tl.Messages.SetBotGuestChatResult method, CancellationToken cancellationToken)
    {
        var bot = caller.Me;
        InlineMessage message;
        StoredMessage call;
        lock (world.Gate)
        {
            message = _results.Check(bot, method.Result).Message;
            call = world.Guests.Take(bot, method.QueryId);
        }

        var made = await _sender.MakeAsync(bot, message, cancellationToken);
        return await world.ChangeAsync(
            () =>
            {
                var sent = _sender.Send(bot, call.Chat, bot, message, made, new Draft
                {
                    GuestFor = call.SentAs ?? PeerKey.User(call.SenderId),
                    Reply = new ReplyTarget(call.Uid, null, null, null),
                    TopicId = call.TopicId,
                    FromSessionId = caller.SessionId,
                });
                return world.InlineIds.Of(sent.Message, bot);
            },
            cancellationToken);
    }
}
