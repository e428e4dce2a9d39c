using TelegramRest.BotApi;
using TelegramRest.Mapping.Media;

namespace TelegramRest.Mapping.Chats;

/// <summary>All that is told of a private chat.</summary>
/// <remarks>https://core.telegram.org/bots/api#chatfullinfo</remarks>
internal static class UserFullMapper
{
    public static ChatFullInfo ToBotApi(Tl.UserFull full, PeerIndex peers, MessageContext context, Message? pinned)
    {
        peers.TryGetUser(full.Id, out var user);
        var chat = ChatMapper.ToBotApi(new Tl.PeerUser { UserId = full.Id }, peers);
        return new ChatFullInfo
        {
            Id = chat.Id,
            Type = chat.Type,
            FirstName = chat.FirstName,
            LastName = chat.LastName,
            Username = chat.Username,
            ActiveUsernames = user == null ? null : Usernames.Active(user.Username, user.Usernames).ToArray().OrNull(),
            AccentColorId = PeerColors.Accent(user?.Color, full.Id),
            BackgroundCustomEmojiId = PeerColors.Background(user?.Color),
            ProfileAccentColorId = PeerColors.Profile(user?.ProfileColor),
            ProfileBackgroundCustomEmojiId = PeerColors.Background(user?.ProfileColor),
            UniqueGiftColors = PeerColors.UniqueGift(user?.Color),
            EmojiStatusCustomEmojiId = EmojiStatusMapper.EmojiId(user?.EmojiStatus),
            EmojiStatusExpirationDate = EmojiStatusMapper.Until(user?.EmojiStatus),
            MaxReactionCount = PeerColors.DefaultMaxReactionCount,
            Photo = user?.Photo is Tl.UserProfilePhoto photo ? PhotoMapper.ToChatPhoto(full.Id, user.AccessHash ?? 0, photo.PhotoId, photo.DcId) : null,
            Birthdate = full.Birthday == null ? null : new Birthdate { Day = full.Birthday.Day, Month = full.Birthday.Month, Year = full.Birthday.Year },
            BusinessIntro = Intro(full.BusinessIntro, context),
            BusinessLocation = full.BusinessLocation == null
                ? null
                : new BusinessLocation { Address = full.BusinessLocation.Address, Location = LocationMapper.ToBotApi(full.BusinessLocation.GeoPoint) },
            BusinessOpeningHours = Hours(full.BusinessWorkHours),
            PersonalChat = full.PersonalChannelId is { } channelId ? ChatMapper.ToBotApi(new Tl.PeerChannel { ChannelId = channelId }, peers) : null,
            Bio = full.About.OrNull(),
            HasPrivateForwards = (full.PrivateForwardName != null).OrNull(),
            HasRestrictedVoiceAndVideoMessages = full.VoiceMessagesForbidden.OrNull(),
            PinnedMessage = pinned,
            AcceptedGiftTypes = Gifts(full.DisallowedGifts),
            MessageAutoDeleteTime = full.TtlPeriod,
            Rating = Rating(full.StarsRating),
            FirstProfileAudio = full.SavedMusic is Tl.Document music ? DocumentMapper.ToAudio(new DocumentFacts(music)) : null,
            PaidMessageStarCount = (int?)full.SendPaidMessagesStars,
            IsVerified = chat.IsVerified,
            IsScam = chat.IsScam,
            IsFake = chat.IsFake,
            IsPremium = chat.IsPremium,
            UserStatus = chat.UserStatus,
            LastSeen = chat.LastSeen,
        };
    }

    private static BusinessIntro? Intro(Tl.BusinessIntro? intro, MessageContext context) => intro == null ? null : new BusinessIntro
    {
        Title = intro.Title.OrNull(),
        Message = intro.Description.OrNull(),
        Sticker = intro.Sticker is Tl.Document sticker ? StickerMapper.ToBotApi(sticker, context) : null,
    };

    private static BusinessOpeningHours? Hours(Tl.BusinessWorkHours? hours) => hours == null ? null : new BusinessOpeningHours
    {
        TimeZoneName = hours.TimezoneId,
        OpeningHours = [.. hours.WeeklyOpen.Select(open => new BusinessOpeningHoursInterval { OpeningMinute = open.StartMinute, ClosingMinute = open.EndMinute })],
    };

    private static AcceptedGiftTypes Gifts(Tl.DisallowedGiftsSettings? disallowed) => new()
    {
        UnlimitedGifts = disallowed is not { DisallowUnlimitedStargifts: true },
        LimitedGifts = disallowed is not { DisallowLimitedStargifts: true },
        UniqueGifts = disallowed is not { DisallowUniqueStargifts: true },
        PremiumSubscription = disallowed is not { DisallowPremiumGifts: true },
        GiftsFromChannels = disallowed is not { DisallowStargiftsFromChannels: true },
    };

    private static UserRating? Rating(Tl.StarsRating? rating) => rating == null ? null : new UserRating
    {
        Level = rating.Level,
        Rating = (int)rating.Stars,
        CurrentLevelRating = (int)rating.CurrentLevelStars,
        NextLevelRating = (int?)rating.NextLevelStars,
    };
}
