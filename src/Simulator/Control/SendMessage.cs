using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.Control;

/// <summary><c>POST /simulator/messages</c>: a person writes, under the same rules as with an app.</summary>
internal sealed class SendMessage(SimulatorWorld world)
{
    public async Task<SendMessageResponse> RunAsync(SendMessageRequest request, CancellationToken cancellationToken) => await world.ChangeAsync(
        () =>
        {
            var person = ChatNames.Person(world, request.From);
            var chat = ChatNames.Chat(world, request.Chat);
            new SendRules(world).Check(person, chat, ContentKind.Plain);
            var content = new ContentRules(world, new PeerResolver(world));
            var text = content.Text(person, request.Text, null);
            var reply = request.ReplyToMessageId is { } id ? new Tl.InputReplyToMessage { ReplyToMsgId = id } : null;
            var sent = world.Posts.Send(person, chat, new Draft { Text = text.Text, Entities = text.Entities, Reply = content.Reply(person, chat, reply) });
            var numbers = sent.Message.Ids.Where(pair => pair.Key > 0).ToDictionary(pair => Rows.Text(pair.Key), pair => pair.Value);
            return new SendMessageResponse(sent.Id, numbers);
        },
        cancellationToken);
}
