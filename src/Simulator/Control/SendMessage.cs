using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Control;

/// <summary><c>POST /simulator/messages</c>: a person writes or sends media, as with an app.</summary>
internal sealed class SendMessage(SimulatorHost host)
{
    public async Task<SendMessageResponse> RunAsync(SendMessageRequest request, CancellationToken cancellationToken)
    {
        var person = ActingPerson.Of(host, request.From);
        var chat = host.Chat(request.Chat);
        var reply = Reply(person, chat, request);
        if (request.Media is null)
        {
            var text = new Tl.Messages.SendMessage { Peer = person.Peer(chat), Message = request.Text ?? "", ReplyTo = reply, Silent = request.Silent, RandomId = ActingPerson.NewRandomId() };
            return person.Sent(chat, await person.CallAsync(text, cancellationToken));
        }

        var media = await new MediaOf(host, person).MakeAsync(request.Media, cancellationToken);
        var method = new Tl.Messages.SendMedia
        {
            Peer = person.Peer(chat),
            Media = media,
            Message = request.Text ?? "",
            ReplyTo = reply,
            Silent = request.Silent,
            RandomId = ActingPerson.NewRandomId(),
        };
        return person.Sent(chat, await person.CallAsync(method, cancellationToken));
    }

    private static Tl.InputReplyToMessage? Reply(ActingPerson person, PeerKey chat, SendMessageRequest request)
    {
        if (request.ReplyToMessageId is { } id)
            return new Tl.InputReplyToMessage { ReplyToMsgId = person.Message(chat, id).Id, TopMsgId = request.MessageThreadId, QuoteText = request.Quote };
        return request.MessageThreadId is { } topic ? new Tl.InputReplyToMessage { ReplyToMsgId = topic, TopMsgId = topic } : null;
    }
}
