using TelegramRest.BotApi;
using TelegramRest.Mapping.Media;

namespace TelegramRest.Mapping.Chats;

/// <summary>All that is told of a group or channel.</summary>
/// <remarks>https://core.telegram.org/bots/api#chatfullinfo</remarks>
internal static class ChatFullMapper
{
    public static ChatFullInfo ToBotApi(Tl.ChatFull full, PeerIndex peers, Message? pinned)
    {
        var group = Find<Tl.Chat>(new Tl.PeerChat { ChatId = full.Id }, peers, out var chat);
        return new ChatFullInfo
        {
            Id = chat.Id,
            Type = chat.Type,
            Title = chat.Title,
            AllMembersAreAdministrators = chat.AllMembersAreAdministrators,
            AccentColorId = PeerColors.Accent(null, full.Id),
            MaxReactionCount = full.ReactionsLimit ?? PeerColors.DefaultMaxReactionCount,
            Photo = group?.Photo is Tl.ChatPhoto photo ? PhotoMapper.ToChatPhoto(chat.Id, 0, photo.PhotoId, photo.DcId) : null,
            AvailableReactions = Reactions(full.AvailableReactions),
            Description = full.About.OrNull(),
            InviteLink = (full.ExportedInvite as Tl.ChatInviteExported)?.Link,
            PinnedMessage = pinned,
            Permissions = PermissionsMapper.ToBotApi(group?.DefaultBannedRights),
            AcceptedGiftTypes = ChatMapper.NoGifts,
            MessageAutoDeleteTime = full.TtlPeriod,
            HasProtectedContent = group?.Noforwards.OrNull(),
        };
    }

    public static ChatFullInfo ToBotApi(Tl.ChannelFull full, PeerIndex peers, Message? pinned)
    {
        var channel = Find<Tl.Channel>(new Tl.PeerChannel { ChannelId = full.Id }, peers, out var chat);
        var isGroup = chat.Type == ChatType.Supergroup;
        return new ChatFullInfo
        {
            Id = chat.Id,
            Type = chat.Type,
            Title = chat.Title,
            Username = chat.Username,
            IsForum = chat.IsForum,
            IsDirectMessages = chat.IsDirectMessages,
            IsVerified = chat.IsVerified,
            IsScam = chat.IsScam,
            IsFake = chat.IsFake,
            ActiveUsernames = channel == null ? null : Usernames.Active(channel.Username, channel.Usernames).ToArray().OrNull(),
            AccentColorId = PeerColors.Accent(channel?.Color, full.Id),
            BackgroundCustomEmojiId = PeerColors.Background(channel?.Color),
            ProfileAccentColorId = PeerColors.Profile(channel?.ProfileColor),
            ProfileBackgroundCustomEmojiId = PeerColors.Background(channel?.ProfileColor),
            EmojiStatusCustomEmojiId = EmojiStatusMapper.EmojiId(channel?.EmojiStatus),
            EmojiStatusExpirationDate = EmojiStatusMapper.Until(channel?.EmojiStatus),
            MaxReactionCount = full.ReactionsLimit ?? PeerColors.DefaultMaxReactionCount,
            Photo = channel?.Photo is Tl.ChatPhoto photo ? PhotoMapper.ToChatPhoto(chat.Id, channel.AccessHash ?? 0, photo.PhotoId, photo.DcId) : null,
            ParentChat = channel is { Monoforum: true, LinkedMonoforumId: { } parent } ? ChatMapper.ToBotApi(new Tl.PeerChannel { ChannelId = parent }, peers) : null,
            AvailableReactions = Reactions(full.AvailableReactions),
            Community = channel?.LinkedCommunityId is { } communityId ? CommunityMapper.ToBotApi(communityId, peers) : null,
            JoinToSendMessages = channel?.JoinToSend.OrNull(),
            JoinByRequest = channel?.JoinRequest.OrNull(),
            GuardBot = full.GuardBotId is { } guard ? UserMapper.ToBotApi(guard, peers) : null,
            Description = full.About.OrNull(),
            InviteLink = (full.ExportedInvite as Tl.ChatInviteExported)?.Link,
            PinnedMessage = pinned,
            Permissions = isGroup ? PermissionsMapper.ToBotApi(channel?.DefaultBannedRights) : null,
            AcceptedGiftTypes = Gifts(full.StargiftsAvailable),
            CanSendPaidMedia = full.PaidMediaAllowed.OrNull(),
            SlowModeDelay = full.SlowmodeSeconds,
            UnrestrictBoostCount = full.BoostsUnrestrict,
            MessageAutoDeleteTime = full.TtlPeriod,
            HasAggressiveAntiSpamEnabled = full.Antispam.OrNull(),
            HasHiddenMembers = full.ParticipantsHidden.OrNull(),
            HasProtectedContent = channel?.Noforwards.OrNull(),
            HasVisibleHistory = (isGroup && !full.HiddenPrehistory).OrNull(),
            StickerSetName = full.Stickerset?.ShortName,
            CanSetStickerSet = full.CanSetStickers.OrNull(),
            CustomEmojiStickerSetName = full.Emojiset?.ShortName,
            LinkedChatId = full.LinkedChatId is { } linked ? ChatIds.OfChannel(linked) : null,
            Location = Place(full.Location),
            PaidMessageStarCount = (int?)full.SendPaidMessagesStars,
        };
    }

    private static T? Find<T>(Tl.PeerBase peer, PeerIndex peers, out Chat chat)
        where T : Tl.ChatBase
    {
        chat = ChatMapper.ToBotApi(peer, peers);
        return peers.TryGetChat(peer, out var known) ? known as T : null;
    }

    /// <returns>Null when every reaction is allowed, none when none is.</returns>
    private static ReactionType[]? Reactions(Tl.ChatReactionsBase? reactions) => reactions switch
    {
        Tl.ChatReactionsAll => null,
        Tl.ChatReactionsSome some => ReactionMapper.ToBotApi(some.Reactions),
        _ => [],
    };

    private static AcceptedGiftTypes Gifts(bool areAccepted) => new()
    {
        UnlimitedGifts = areAccepted,
        LimitedGifts = areAccepted,
        UniqueGifts = areAccepted,
        PremiumSubscription = false,
        GiftsFromChannels = areAccepted,
    };

    private static ChatLocation? Place(Tl.ChannelLocationBase? location) =>
        location is Tl.ChannelLocation place && LocationMapper.ToBotApi(place.GeoPoint) is { } point
            ? new ChatLocation { Location = point, Address = place.Address }
            : null;
}
