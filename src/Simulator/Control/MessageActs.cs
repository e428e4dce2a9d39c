using System.Globalization;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Control;

/// <summary>What people do to messages: vote, react, tick, edit, pin, delete, forward.</summary>
internal sealed class MessageActs(SimulatorHost host)
{
    public async Task<OkResponse> VoteAsync(VoteRequest request, CancellationToken cancellationToken)
    {
        var (person, chat, message, id) = Find(request);
        if (message.Media is not Tl.MessageMediaPoll poll)
            throw ControlException.Bad("That message is no poll.");
        var answers = poll.Poll.Answers.OfType<Tl.PollAnswer>().ToArray();
        if (request.Options.Any(option => option < 0 || option >= answers.Length))
            throw ControlException.Bad($"The poll has {answers.Length} options; the first is 0.");
        await person.CallAsync(new Tl.Messages.SendVote { Peer = person.Peer(chat), MsgId = id, Options = [.. request.Options.Select(option => answers[option].Option)] }, cancellationToken);
        return new OkResponse(true);
    }

    public async Task<OkResponse> ReactAsync(ReactRequest request, CancellationToken cancellationToken)
    {
        var (person, chat, _, id) = Find(request);
        await person.CallAsync(new Tl.Messages.SendReaction { Peer = person.Peer(chat), MsgId = id, AddToRecent = true, Reaction = [.. request.Reactions.Select(Reaction)] }, cancellationToken);
        return new OkResponse(true);
    }

    public async Task<OkResponse> TickAsync(TickRequest request, CancellationToken cancellationToken)
    {
        var (person, chat, _, id) = Find(request);
        await person.CallAsync(new Tl.Messages.ToggleTodoCompleted { Peer = person.Peer(chat), MsgId = id, Completed = request.Done ?? [], Incompleted = request.Undone ?? [] }, cancellationToken);
        return new OkResponse(true);
    }

    public async Task<OkResponse> EditAsync(EditRequest request, CancellationToken cancellationToken)
    {
        var (person, chat, _, id) = Find(request);
        await person.CallAsync(new Tl.Messages.EditMessage { Peer = person.Peer(chat), Id = id, Message = request.Text }, cancellationToken);
        return new OkResponse(true);
    }

    public async Task<OkResponse> PinAsync(PinRequest request, CancellationToken cancellationToken)
    {
        var (person, chat, _, id) = Find(request);
        await person.CallAsync(new Tl.Messages.UpdatePinnedMessage { Peer = person.Peer(chat), Id = id, Unpin = !request.Pinned, Silent = request.Silent }, cancellationToken);
        return new OkResponse(true);
    }

    public async Task<OkResponse> DeleteAsync(DeleteRequest request, CancellationToken cancellationToken)
    {
        var person = ActingPerson.Of(host, request.From);
        var chat = host.Chat(request.Chat);
        int[] ids = [.. request.MessageIds.Select(id => person.Message(chat, id).Id)];
        if (chat.Kind == PeerKind.Channel)
            await person.CallAsync(new Tl.Channels.DeleteMessages { Channel = person.Channel(chat), Id = ids }, cancellationToken);
        else
            await person.CallAsync(new Tl.Messages.DeleteMessages { Id = ids, Revoke = request.ForEverybody }, cancellationToken);
        return new OkResponse(true);
    }

    public async Task<SendMessageResponse> ForwardAsync(ForwardRequest request, CancellationToken cancellationToken)
    {
        var person = ActingPerson.Of(host, request.From);
        var (source, target) = (host.Chat(request.FromChat), host.Chat(request.Chat));
        var updates = await person.CallAsync(
            new Tl.Messages.ForwardMessages
            {
                FromPeer = person.Peer(source),
                ToPeer = person.Peer(target),
                Id = [.. request.MessageIds.Select(id => person.Message(source, id).Id)],
                RandomId = [.. request.MessageIds.Select(_ => ActingPerson.NewRandomId())],
                DropAuthor = request.Copy,
            },
            cancellationToken);
        return person.Sent(target, updates);
    }

    private static Tl.ReactionBase Reaction(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        ? new Tl.ReactionCustomEmoji { DocumentId = id }
        : new Tl.ReactionEmoji { Emoticon = text };

    private (ActingPerson Person, PeerKey Chat, StoredMessage Message, int Id) Find(IMessageAct request)
    {
        var person = ActingPerson.Of(host, request.From);
        var chat = host.Chat(request.Chat);
        var (_, message, id) = person.Message(chat, request.MessageId);
        return (person, chat, message, id);
    }
}
