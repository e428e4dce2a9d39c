using System.Globalization;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Control;

/// <summary>What people do to chats: settings, upgrading, topics; and blocking each other.</summary>
internal sealed class ChatActs(SimulatorHost host)
{
    public async Task<OkResponse> ChangeAsync(string name, ChatSettingsRequest request, CancellationToken cancellationToken)
    {
        var chat = host.Chat(name);
        var actor = Actor(chat, request.Actor);
        if (request.Title is { } title)
            await RenameAsync(actor, chat, title, cancellationToken);
        if (request.Forbidden is { } forbidden)
            await actor.CallAsync(new Tl.Messages.EditChatDefaultBannedRights { Peer = actor.Peer(chat), BannedRights = BannedRights.Of(forbidden) }, cancellationToken);
        if (request.SlowModeSeconds is { } seconds)
            await actor.CallAsync(new Tl.Channels.ToggleSlowMode { Channel = actor.Channel(chat), Seconds = seconds }, cancellationToken);
        if (request.Forum is { } forum)
            await actor.CallAsync(new Tl.Channels.ToggleForum { Channel = actor.Channel(chat), Enabled = forum, Tabs = false }, cancellationToken);
        if (request.ProtectedContent is { } isProtected)
            await actor.CallAsync(new Tl.Messages.ToggleNoForwards { Peer = actor.Peer(chat), Enabled = isProtected }, cancellationToken);
        if (request.Signatures is { } signatures)
            await actor.CallAsync(new Tl.Channels.ToggleSignatures { Channel = actor.Channel(chat), SignaturesEnabled = signatures }, cancellationToken);
        if (request.Reactions is { } reactions)
            await actor.CallAsync(new Tl.Messages.SetChatAvailableReactions { Peer = actor.Peer(chat), AvailableReactions = Allowed(reactions) }, cancellationToken);
        if (request.DirectMessages is { } direct)
            await actor.CallAsync(new Tl.Channels.UpdatePaidMessagesPrice { Channel = actor.Channel(chat), BroadcastMessagesAllowed = direct, SendPaidMessagesStars = 0 }, cancellationToken);
        return new OkResponse(true);
    }

    /// <returns>The supergroup that a basic group becomes.</returns>
    public async Task<IdResponse> UpgradeAsync(string name, ActorRequest request, CancellationToken cancellationToken)
    {
        var chat = host.Chat(name);
        if (chat.Kind != PeerKind.Group)
            throw ControlException.Bad("Only a basic group becomes a supergroup.");
        await Actor(chat, request.Actor).CallAsync(new Tl.Messages.MigrateChat { ChatId = chat.Id }, cancellationToken);
        lock (host.World.Gate)
            return new IdResponse(PeerKey.Channel(host.World.Roster.Group(chat.Id)!.MigratedTo!.Value).BotApiId);
    }

    /// <returns>The topic's number, which messages name as their thread.</returns>
    public async Task<IdResponse> OpenTopicAsync(string name, CreateTopicRequest request, CancellationToken cancellationToken)
    {
        var chat = host.Chat(name);
        var person = ActingPerson.Of(host, request.From);
        var updates = await person.CallAsync(
            new Tl.Messages.CreateForumTopic { Peer = person.Peer(chat), Title = request.Title, IconColor = request.IconColor, RandomId = ActingPerson.NewRandomId() },
            cancellationToken);
        return new IdResponse(person.Sent(chat, updates).MessageId);
    }

    public async Task<OkResponse> BlockAsync(BlockRequest request, CancellationToken cancellationToken)
    {
        var person = ActingPerson.Of(host, request.From);
        var user = person.Peer(PeerKey.User(request.User));
        if (request.Blocked)
            await person.CallAsync(new Tl.Contacts.Block { Id = user }, cancellationToken);
        else
            await person.CallAsync(new Tl.Contacts.Unblock { Id = user }, cancellationToken);
        return new OkResponse(true);
    }

    private static Tl.ChatReactionsBase Allowed(string[] reactions) => reactions.Length == 0
        ? new Tl.ChatReactionsNone()
        : new Tl.ChatReactionsSome
        {
            Reactions =
            [
                .. reactions.Select(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                    ? (Tl.ReactionBase)new Tl.ReactionCustomEmoji { DocumentId = id }
                    : new Tl.ReactionEmoji { Emoticon = text }),
            ],
        };

    private static async Task RenameAsync(ActingPerson actor, PeerKey chat, string title, CancellationToken cancellationToken)
    {
        if (chat.Kind == PeerKind.Channel)
            await actor.CallAsync(new Tl.Channels.EditTitle { Channel = actor.Channel(chat), Title = title }, cancellationToken);
        else
            await actor.CallAsync(new Tl.Messages.EditChatTitle { ChatId = chat.Id, Title = title }, cancellationToken);
    }

    private ActingPerson Actor(PeerKey chat, long? actor)
    {
        lock (host.World.Gate)
        {
            var creator = chat.Kind switch
            {
                PeerKind.Group => host.World.Roster.Group(chat.Id)!.CreatorId,
                PeerKind.Channel => host.World.Roster.Channel(chat.Id)!.CreatorId,
                _ => throw ControlException.Bad("A private chat has no settings."),
            };
            return ActingPerson.Of(host, actor ?? creator);
        }
    }
}
