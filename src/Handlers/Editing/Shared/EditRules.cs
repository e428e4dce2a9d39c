using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;

namespace TelegramRest.Handlers.Editing.Shared;

/// <summary>Refuses edits that Telegram would refuse with less to say.</summary>
/// <remarks>https://core.telegram.org/api/links#message-editing</remarks>
internal static class EditRules
{
    /// <summary>An account edits what it wrote itself, and in channels, with the right to, what others posted.</summary>
    /// <exception cref="BotApiException">400.</exception>
    public static void CheckEditable(Tl.MessageBase message, PeerRef chat)
    {
        var mayEditPosts = chat is ChannelPeer { Chat: Tl.Channel { Creator: true } or Tl.Channel { AdminRights.EditMessages: true } };
        if (message is not Tl.Message { FwdFrom: null } found || !(found.Out || (found.Post && mayEditPosts)))
            throw BotApiException.BadRequest("message can't be edited");
    }

    /// <exception cref="BotApiException">400: the message is not a text, though it may have a caption.</exception>
    public static void CheckText(Tl.MessageBase message)
    {
        if (message is not Tl.Message { Media: null or Tl.MessageMediaEmpty or Tl.MessageMediaWebPage })
            throw BotApiException.BadRequest("there is no text in the message to edit");
    }
}
