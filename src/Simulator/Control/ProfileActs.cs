using System.Globalization;
using System.Text;
using TelegramRest.Simulator.World.Business;

namespace TelegramRest.Simulator.Control;

/// <summary>What people do to their accounts: connected bots, photos, music; and what only one bot and one person see.</summary>
internal sealed class ProfileActs(SimulatorHost host)
{
    public async Task<ConnectBusinessResponse> ConnectAsync(ConnectBusinessRequest request, CancellationToken cancellationToken)
    {
        var person = ActingPerson.Of(host, request.From);
        var before = Connection(person);
        await person.CallAsync(
            new Tl.Account.UpdateConnectedBot
            {
                Deleted = !request.Enabled,
                Rights = BusinessRights.Of(request.Rights),
                Bot = person.User(request.Bot),
                Recipients = new Tl.InputBusinessBotRecipients { ExcludeSelected = true, Users = request.ExcludeUsers?.Select(person.User).ToArray() },
            },
            cancellationToken);
        return new ConnectBusinessResponse((Connection(person) ?? before)!.Id);
    }

    public async Task<EphemeralResponse> WriteAsync(EphemeralRequest request, CancellationToken cancellationToken)
    {
        var person = ActingPerson.Of(host, request.From);
        var chat = host.Chat(request.Chat);
        var updates = await person.CallAsync(
            new Tl.Ephemeral.SendMessage
            {
                Peer = person.Peer(chat),
                ReceiverId = person.User(request.Bot),
                Message = request.Text,
                RandomId = ActingPerson.NewRandomId(),
                ReplyTo = request.ReplyToMessageId is { } id ? new Tl.InputReplyToEphemeralMessage { Id = id } : null,
            },
            cancellationToken);
        return new EphemeralResponse(((Tl.UpdatesConstructor)updates).Updates.OfType<Tl.UpdateNewEphemeralMessage>().Single().Message.Id);
    }

    public EphemeralView[] List(string? chat, string? viewer)
    {
        if (string.IsNullOrEmpty(chat) || !long.TryParse(viewer, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            throw ControlException.Bad("The parameters chat and viewer are needed.");
        lock (host.World.Gate)
        {
            var person = ChatNames.Account(host.World, id);
            return [.. host.World.Ephemeral.To(person, ChatNames.Chat(host.World, chat)).Select(message => new EphemeralView(
                message.Id,
                message.SenderId,
                message.ReceiverId,
                message.Text,
                message.Media?.GetType().Name,
                ButtonLabels.Of(message.Markup)))];
        }
    }

    public async Task<CallbackResponse> PressAsync(PressEphemeralRequest request, CancellationToken cancellationToken)
    {
        var person = ActingPerson.Of(host, request.From);
        var answer = await person.CallAsync(
            new Tl.Ephemeral.GetCallbackAnswer { Peer = person.Peer(host.Chat(request.Chat)), Id = request.MessageId, Data = Encoding.UTF8.GetBytes(request.Data) },
            cancellationToken);
        return new CallbackResponse(answer.Message, answer.Alert, answer.Url, answer.CacheTime);
    }

    public async Task<OkResponse> AddPhotoAsync(ProfileMediaRequest request, CancellationToken cancellationToken)
    {
        var person = ActingPerson.Of(host, request.From);
        var photo = (Tl.InputMediaUploadedPhoto)await new MediaOf(host, person).MakeAsync(new MediaRequest("photo", request.Content), cancellationToken);
        await person.CallAsync(new Tl.Photos.UploadProfilePhoto { File = photo.File }, cancellationToken);
        return new OkResponse(true);
    }

    public async Task<OkResponse> AddMusicAsync(ProfileMediaRequest request, CancellationToken cancellationToken)
    {
        var person = ActingPerson.Of(host, request.From);
        var wish = new MediaRequest("audio", request.Content, Title: request.Title, Performer: request.Performer, Duration: request.Duration);
        var input = await new MediaOf(host, person).MakeAsync(wish, cancellationToken);
        var media = await person.CallAsync(new Tl.Messages.UploadMedia { Peer = new Tl.InputPeerSelf(), Media = input }, cancellationToken);
        var document = (Tl.Document)((Tl.MessageMediaDocument)media).Document!;
        await person.CallAsync(
            new Tl.Account.SaveMusic { Id = new Tl.InputDocument { Id = document.Id, AccessHash = document.AccessHash, FileReference = document.FileReference } },
            cancellationToken);
        return new OkResponse(true);
    }

    private BusinessConnection? Connection(ActingPerson person)
    {
        lock (host.World.Gate)
            return host.World.Business.Of(person.Account);
    }
}
