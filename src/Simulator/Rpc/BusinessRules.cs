using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Business;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc;

/// <summary>What a connected bot may do in a person's name, and how it reads the answers (https://core.telegram.org/constructor/businessBotRights).</summary>
internal sealed class BusinessRules(SimulatorWorld world, PeerResolver peers)
{
    private const int ActiveSeconds = 24 * 3600;

    /// <summary>Finds the connection that a bot names. To be called under the world's lock.</summary>
    /// <exception cref="RpcError">BUSINESS_CONNECTION_INVALID.</exception>
    public BusinessConnection Require(Account? bot, string id) =>
        bot is { IsBot: true } && world.Business.Find(id) is { Disabled: false } connection && connection.BotId == bot.Id ? connection : throw new RpcError(400, "BUSINESS_CONNECTION_INVALID");

    /// <exception cref="RpcError">400 METHOD_INVALID for what cannot be done in somebody's name, 403 BOT_ACCESS_FORBIDDEN without the right, BUSINESS_PEER_INVALID, BUSINESS_PEER_USAGE_MISSING.</exception>
    public void Check(BusinessConnection connection, Tl.TlMethod method)
    {
        var rights = connection.Rights;
        switch (method)
        {
            case Tl.Messages.SendMessage send:
                CheckChat(connection, rights.Reply, send.Peer);
                break;
            case Tl.Messages.SendMedia send:
                CheckChat(connection, rights.Reply, send.Peer);
                break;
            case Tl.Messages.SendMultiMedia send:
                CheckChat(connection, rights.Reply, send.Peer);
                break;
            case Tl.Messages.UploadMedia upload:
                CheckChat(connection, rights.Reply, upload.Peer);
                break;
            case Tl.Messages.EditMessage edit:
                CheckChat(connection, rights.Reply, edit.Peer);
                break;
            case Tl.Messages.SetTyping typing:
                CheckChat(connection, rights.Reply, typing.Peer);
                break;
            case Tl.Messages.UpdatePinnedMessage pin:
                CheckChat(connection, rights.Reply, pin.Peer);
                break;
            case Tl.Messages.ReadHistory read:
                CheckChat(connection, rights.ReadMessages, read.Peer);
                break;
            case Tl.Messages.DeleteMessages delete:
                CheckDelete(connection, delete.Id);
                break;
            case Tl.Account.UpdateProfile profile:
                Require(profile.About is null || rights.EditBio);
                Require((profile.FirstName ?? profile.LastName) is null || rights.EditName);
                break;
            case Tl.Account.UpdateUsername:
                Require(rights.EditUsername);
                break;
            case Tl.Photos.UploadProfilePhoto or Tl.Photos.UpdateProfilePhoto or Tl.Photos.DeletePhotos:
                Require(rights.EditProfilePhoto);
                break;
            default:
                throw new RpcError(400, "METHOD_INVALID");
        }
    }

    /// <summary>An answer in the bot's words: messages come as business messages, people under the bot's access hashes.</summary>
    public object Answer(BusinessConnection connection, object result)
    {
        var bot = world.Roster.Account(connection.BotId)!;
        var scene = world.Scene(bot);
        var person = world.Roster.Account(connection.UserId)!;
        switch (result)
        {
            case Tl.UpdatesConstructor updates:
                var told = updates.Updates.Select(update => Told(scene, connection, update)).OfType<Tl.UpdateBase>().ToArray();
                return scene.Updates(told);
            case Tl.Photos.Photo photo:
                return new Tl.Photos.Photo { PhotoValue = photo.PhotoValue, Users = scene.See(person).Users() };
            case Tl.UserBase:
                return scene.User(person);
            default:
                return result;
        }
    }

    private Tl.UpdateBase? Told(Scene scene, BusinessConnection connection, Tl.UpdateBase update)
    {
        var (id, isNew) = update switch
        {
            Tl.UpdateNewMessage { Message: Tl.Message it } => (it.Id, true),
            Tl.UpdateEditMessage { Message: Tl.Message it } => (it.Id, false),
            _ => (0, false),
        };
        if (!world.Boxes.Get(connection.UserId).Messages.TryGetValue(id, out var message))
            return null;
        var painted = BusinessDesk.Paint(scene, connection, message);
        var reply = world.Business.Reply(scene, connection, message);

        // Nothing happened that the bot's counter would count: it knows what it did itself.
        var qts = world.Boxes.Get(connection.BotId).Qts;
        return isNew
            ? new Tl.UpdateBotNewBusinessMessage { ConnectionId = connection.Id, Message = painted, ReplyToMessage = reply, Qts = qts }
            : new Tl.UpdateBotEditBusinessMessage { ConnectionId = connection.Id, Message = painted, ReplyToMessage = reply, Qts = qts };
    }

    private void CheckChat(BusinessConnection connection, bool right, Tl.InputPeerBase peer)
    {
        Require(right);
        var person = world.Roster.Account(connection.UserId)!;
        var chat = peers.Peer(person, peer);
        if (!world.Business.Covers(connection, chat))
            throw new RpcError(400, "BUSINESS_PEER_INVALID");
        var box = world.Boxes.Of(person);
        var recent = box.Dialogs.TryGetValue(chat, out var dialog)
            && dialog.Ids.Any(id => box.Messages[id] is var message && message.SenderId == chat.Id && world.Clock.Now - message.Date <= ActiveSeconds);
        if (!recent)
            throw new RpcError(400, "BUSINESS_PEER_USAGE_MISSING");
    }

    private void CheckDelete(BusinessConnection connection, int[] ids)
    {
        var box = world.Boxes.Get(connection.UserId);
        foreach (var message in ids.Select(box.Messages.GetValueOrDefault).OfType<StoredMessage>())
        {
            if (!world.Business.Covers(connection, Boxes.PeerIn(message, box.Key)))
                throw new RpcError(400, "BUSINESS_PEER_INVALID");
            Require(message.BusinessBotId == connection.BotId ? connection.Rights.DeleteSentMessages || connection.Rights.DeleteReceivedMessages : connection.Rights.DeleteReceivedMessages);
        }
    }

    private static void Require(bool right)
    {
        if (!right)
            throw new RpcError(403, "BOT_ACCESS_FORBIDDEN");
    }
}
