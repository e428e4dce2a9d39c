using TelegramRest.Accounts;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;

namespace TelegramRest.Handlers.Editing.Shared;

/// <summary>Refuses edits that Telegram would refuse with less to say.</summary>
/// <remarks>https://core.telegram.org/api/edit</remarks>
internal static class EditRules
{
    /// <summary>Two days, and five minutes for clocks that differ. What a bot wrote itself stays editable.</summary>
    private const int Patience = (2 * 86400) + 300;

    /// <param name="message">As Telegram has it now.</param>
    /// <param name="chat">Where it stands.</param>
    /// <param name="kind">What is to change.</param>
    /// <param name="account">Who edits.</param>
    /// <param name="now">Unix seconds.</param>
    /// <exception cref="BotApiException">400: not by this account, not any more, or not this part.</exception>
    public static void Check(Tl.MessageBase message, PeerRef chat, EditKind kind, IAccount account, long now)
    {
        var isEditable = IsEditable(message, chat, account, now, isMarkupOnly: kind == EditKind.Markup);
        if (kind == EditKind.Media)
        {
            if (!isEditable || !IsReplaceable(message))
                throw BotApiException.BadRequest("message media can't be edited");
            return;
        }

        if (!isEditable)
            throw BotApiException.BadRequest("message can't be edited");

        var missing = (kind, ((Tl.Message)message).Media) switch
        {
            (EditKind.Text, not (null or Tl.MessageMediaEmpty or Tl.MessageMediaWebPage)) => "text",
            (EditKind.Caption, var media) when !HasCaption(media) => "caption",
            (EditKind.LiveLocation, not Tl.MessageMediaGeoLive) => "live location",
            _ => null,
        };
        if (missing is not null)
            throw BotApiException.BadRequest($"there is no {missing} in the message to edit");
    }

    /// <exception cref="BotApiException">400: no poll, somebody else's, or over.</exception>
    public static Tl.Poll CheckPoll(Tl.MessageBase message, PeerRef chat, IAccount account, long now)
    {
        if (message is not Tl.Message { Media: Tl.MessageMediaPoll { Poll: var poll } })
            throw BotApiException.BadRequest("message is not a poll");
        if (poll.Closed)
            throw BotApiException.BadRequest("poll has already been closed");
        return IsEditable(message, chat, account, now, isMarkupOnly: false) ? poll : throw BotApiException.BadRequest("poll can't be stopped");
    }

    private static bool IsEditable(Tl.MessageBase message, PeerRef chat, IAccount account, long now, bool isMarkupOnly)
    {
        if (message is not Tl.Message { FwdFrom: null, ReplyMarkup: null or Tl.ReplyInlineMarkup, PaidSuggestedPostStars: false, PaidSuggestedPostTon: false } found
            || found.SuggestedPost is { Accepted: true } or { Rejected: true })
            return false;

        var isOwnInline = found.ViaBotId == account.Self.Id;
        if (found.ViaBotId is not null && !isOwnInline)
            return false;

        var mayEditPosts = found.Post && Rights(chat) is { EditMessages: true };
        var isSelfChat = chat is UserPeer { UserId: var userId } && userId == account.Self.Id;
        if (!found.Out && !isOwnInline && !isSelfChat && !mayEditPosts)
            return false;

        var isTimeless = (account.IsBot && (found.Out || (isMarkupOnly && found.Post))) || mayEditPosts || isSelfChat
            || (!found.Post && Rights(chat) is { PinMessages: true })
            || found.Media is Tl.MessageMediaPoll or Tl.MessageMediaToDo or Tl.MessageMediaGeoLive;
        if (!isTimeless && now - found.Date >= Patience)
            return false;

        return HasEditableContent(found, now) || (account.IsBot && isMarkupOnly && !IsExpired(found.Media));
    }

    private static bool HasEditableContent(Tl.Message message, long now) => message.Media switch
    {
        null or Tl.MessageMediaEmpty or Tl.MessageMediaWebPage or Tl.MessageMediaGame or Tl.MessageMediaToDo => true,
        Tl.MessageMediaGeoLive live => now - message.Date < live.Period,
        Tl.MessageMediaPoll { Poll.Closed: var isClosed } => !isClosed,
        var media => HasCaption(media),
    };

    private static bool HasCaption(Tl.MessageMediaBase? media) => media is
        Tl.MessageMediaPaidMedia
        or Tl.MessageMediaPhoto { Photo: not null }
        or Tl.MessageMediaDocument { Document: Tl.Document } && !IsStickerOrVideoNote(media);

    /// <summary>Stickers, voice and video notes, and what destroys itself, are replaced by nothing.</summary>
    private static bool IsReplaceable(Tl.MessageBase message) => message is Tl.Message { VideoProcessingPending: false, Media: var media }
        && media is null or Tl.MessageMediaEmpty or Tl.MessageMediaWebPage
            or Tl.MessageMediaPhoto { Photo: not null, TtlSeconds: null }
            or Tl.MessageMediaDocument { Document: Tl.Document, TtlSeconds: null }
        && !IsStickerOrVideoNote(media) && !IsVoiceNote(media);

    private static bool IsStickerOrVideoNote(Tl.MessageMediaBase? media) => Attributes(media).Any(attribute => attribute is
        Tl.DocumentAttributeSticker or Tl.DocumentAttributeCustomEmoji or Tl.DocumentAttributeVideo { RoundMessage: true });

    private static bool IsVoiceNote(Tl.MessageMediaBase? media) => Attributes(media).Any(attribute => attribute is Tl.DocumentAttributeAudio { Voice: true });

    private static bool IsExpired(Tl.MessageMediaBase? media) => media is Tl.MessageMediaPhoto { Photo: null } or Tl.MessageMediaDocument { Document: null };

    private static Tl.DocumentAttributeBase[] Attributes(Tl.MessageMediaBase? media) =>
        media is Tl.MessageMediaDocument { Document: Tl.Document document } ? document.Attributes : [];

    private static Tl.ChatAdminRights? Rights(PeerRef chat) => chat is not ChannelPeer { Chat: Tl.Channel channel } ? null
        : channel.Creator ? new Tl.ChatAdminRights { EditMessages = true, PinMessages = true }
        : channel.AdminRights;
}
