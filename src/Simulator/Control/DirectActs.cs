using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Control;

/// <summary>Direct messages to channels, and the posts that are suggested in them.</summary>
internal sealed class DirectActs(SimulatorHost host)
{
    public async Task<DirectMessageResponse> WriteAsync(DirectMessageRequest request, CancellationToken cancellationToken)
    {
        var person = ActingPerson.Of(host, request.From);
        var chat = Conversations(host.Chat(request.Channel));
        var price = request.Stars is { } stars ? new Tl.StarsAmount { Amount = stars, Nanos = 0 } : null;
        var updates = await person.CallAsync(
            new Tl.Messages.SendMessage
            {
                Peer = person.Peer(chat),
                Message = request.Text,
                ReplyTo = request.To is { } to ? new Tl.InputReplyToMonoForum { MonoforumPeerId = person.Peer(PeerKey.User(to)) } : null,
                SuggestedPost = request.Suggest ? new Tl.SuggestedPost { ScheduleDate = request.SendDate, Price = price } : null,
                RandomId = ActingPerson.NewRandomId(),
            },
            cancellationToken);
        return new DirectMessageResponse(chat.BotApiId, person.Sent(chat, updates).MessageId);
    }

    public async Task<OkResponse> DecideAsync(SuggestedPostRequest request, CancellationToken cancellationToken)
    {
        var person = ActingPerson.Of(host, request.From);
        var chat = host.Chat(request.Chat);
        await person.CallAsync(
            new Tl.Messages.ToggleSuggestedPostApproval
            {
                Peer = person.Peer(chat),
                MsgId = request.MessageId,
                Reject = !request.Approve,
                ScheduleDate = request.SendDate,
                RejectComment = request.Comment,
            },
            cancellationToken);
        return new OkResponse(true);
    }

    private PeerKey Conversations(PeerKey channel)
    {
        lock (host.World.Gate)
        {
            return channel.Kind == PeerKind.Channel && host.World.Roster.Channel(channel.Id) is { MonoforumId: { } id, DirectMessages: true }
                ? PeerKey.Channel(id)
                : throw ControlException.Bad("That is no channel that takes direct messages.");
        }
    }
}
