using System.Text;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Control;

/// <summary><c>POST /simulator/callbacks</c>: a person presses a button and waits for what the bot answers, as an app does.</summary>
internal sealed class PressButton(SimulatorWorld world)
{
    public async Task<CallbackResponse> RunAsync(CallbackRequest request, CancellationToken cancellationToken)
    {
        var data = Encoding.UTF8.GetBytes(request.Data);
        var query = await world.ChangeAsync(
            () =>
            {
                var person = ChatNames.Person(world, request.From);
                var (box, message) = Find(person, ChatNames.Chat(world, request.Chat), request.MessageId, data);
                return world.Callbacks.Press(person, box, message, data);
            },
            cancellationToken);
        var answer = await world.Callbacks.WaitAsync(query, cancellationToken);
        return new CallbackResponse(answer.Message, answer.Alert, answer.Url, answer.CacheTime);
    }

    private (Box Box, StoredMessage Message) Find(Account person, PeerKey chat, int messageId, byte[] data)
    {
        var own = world.Boxes.For(person, chat);

        // Whoever scripts a bot knows the bot's number of the message; the person's own box may have another.
        if (chat.Kind == PeerKind.User && world.Boxes.Get(chat.Id).Messages.TryGetValue(messageId, out var sent) && sent.Ids.ContainsKey(own.Key) && Has(sent, data))
            return (own, sent);
        if (chat.Kind == PeerKind.Group)
        {
            foreach (var member in world.Roster.Group(chat.Id)!.Members.Keys)
            {
                if (world.Roster.Account(member) is { IsBot: true } && world.Boxes.Get(member).Messages.TryGetValue(messageId, out var posted)
                    && posted.SenderId == member && posted.Ids.ContainsKey(own.Key) && Has(posted, data))
                    return (own, posted);
            }
        }

        return own.Messages.TryGetValue(messageId, out var message) ? (own, message) : throw ControlException.Missing($"There is no message {messageId} in that chat.");
    }

    private static bool Has(StoredMessage message, byte[] data) =>
        message.Markup is Tl.ReplyInlineMarkup markup && markup.Rows.SelectMany(row => row.Buttons).OfType<Tl.KeyboardButtonCallback>().Any(button => button.Data.Span.SequenceEqual(data));
}
