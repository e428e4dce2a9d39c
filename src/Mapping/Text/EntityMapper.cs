using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Text;

/// <summary>Formatting of texts between the Bot API, the parsers and Telegram.</summary>
/// <remarks>https://core.telegram.org/bots/api#messageentity</remarks>
public static class EntityMapper
{
    /// <returns>Null when there is nothing to show.</returns>
    public static MessageEntity[]? ToBotApi(Tl.MessageEntityBase[]? entities, PeerIndex peers)
    {
        if (entities is not { Length: > 0 })
            return null;

        var mapped = new List<MessageEntity>(entities.Length);
        foreach (var entity in entities)
        {
            if (ToBotApi(entity, peers) is { } known)
                mapped.Add(known);
        }

        return mapped.Count == 0 ? null : [.. mapped];
    }

    /// <summary>Explicit entities of a request. Those that are found automatically are left to detection.</summary>
    /// <exception cref="BotApiException">400: a text_link's URL cannot be used, or a date is wrong.</exception>
    public static List<TextEntity> FromBotApi(IReadOnlyList<MessageEntity>? entities)
    {
        var mapped = new List<TextEntity>(entities?.Count ?? 0);
        foreach (var entity in entities ?? [])
        {
            if (FromBotApi(entity) is { } known)
                mapped.Add(known);
        }

        return mapped;
    }

    /// <param name="entities">Clean and in order.</param>
    /// <param name="findUser">Addresses a mentioned user; null drops the mention.</param>
    /// <returns>Null when there are none.</returns>
    public static Tl.MessageEntityBase[]? ToTl(IReadOnlyList<TextEntity> entities, Func<long, Tl.InputUserBase?> findUser)
    {
        var mapped = new List<Tl.MessageEntityBase>(entities.Count);
        foreach (var entity in entities)
        {
            if (ToTl(entity, findUser) is { } known)
                mapped.Add(known);
        }

        return mapped.Count == 0 ? null : [.. mapped];
    }

    private static MessageEntity? ToBotApi(Tl.MessageEntityBase entity, PeerIndex peers) => entity switch
    {
        Tl.MessageEntityMention e => Plain(MessageEntityType.Mention, e.Offset, e.Length),
        Tl.MessageEntityHashtag e => Plain(MessageEntityType.Hashtag, e.Offset, e.Length),
        Tl.MessageEntityCashtag e => Plain(MessageEntityType.Cashtag, e.Offset, e.Length),
        Tl.MessageEntityBotCommand e => Plain(MessageEntityType.BotCommand, e.Offset, e.Length),
        Tl.MessageEntityUrl e => Plain(MessageEntityType.Url, e.Offset, e.Length),
        Tl.MessageEntityEmail e => Plain(MessageEntityType.Email, e.Offset, e.Length),
        Tl.MessageEntityPhone e => Plain(MessageEntityType.PhoneNumber, e.Offset, e.Length),
        Tl.MessageEntityBankCard e => Plain(MessageEntityType.BankCardNumber, e.Offset, e.Length),
        Tl.MessageEntityBold e => Plain(MessageEntityType.Bold, e.Offset, e.Length),
        Tl.MessageEntityItalic e => Plain(MessageEntityType.Italic, e.Offset, e.Length),
        Tl.MessageEntityUnderline e => Plain(MessageEntityType.Underline, e.Offset, e.Length),
        Tl.MessageEntityStrike e => Plain(MessageEntityType.Strikethrough, e.Offset, e.Length),
        Tl.MessageEntitySpoiler e => Plain(MessageEntityType.Spoiler, e.Offset, e.Length),
        Tl.MessageEntityCode e => Plain(MessageEntityType.Code, e.Offset, e.Length),
        Tl.MessageEntityBlockquote e => Plain(e.Collapsed ? MessageEntityType.ExpandableBlockquote : MessageEntityType.Blockquote, e.Offset, e.Length),
        Tl.MessageEntityPre e => new MessageEntity { Type = MessageEntityType.Pre, Offset = e.Offset, Length = e.Length, Language = e.Language.OrNull() },
        Tl.MessageEntityTextUrl e => new MessageEntity { Type = MessageEntityType.TextLink, Offset = e.Offset, Length = e.Length, Url = e.Url },
        Tl.MessageEntityMentionName e => new MessageEntity { Type = MessageEntityType.TextMention, Offset = e.Offset, Length = e.Length, User = UserMapper.ToBotApi(e.UserId, peers) },
        Tl.MessageEntityCustomEmoji e => new MessageEntity { Type = MessageEntityType.CustomEmoji, Offset = e.Offset, Length = e.Length, CustomEmojiId = e.DocumentId.Text() },
        Tl.MessageEntityFormattedDate e => new MessageEntity
        {
            Type = MessageEntityType.DateTime,
            Offset = e.Offset,
            Length = e.Length,
            UnixTime = e.Date,
            DateTimeFormat = DateFormats.ToLetters(FormatOf(e)),
        },
        _ => null,
    };

    private static MessageEntity Plain(MessageEntityType type, int offset, int length) => new() { Type = type, Offset = offset, Length = length };

    private static TextEntity? FromBotApi(MessageEntity entity)
    {
        return entity.Type switch
        {
            MessageEntityType.Bold => Styled(TextEntityType.Bold),
            MessageEntityType.Italic => Styled(TextEntityType.Italic),
            MessageEntityType.Underline => Styled(TextEntityType.Underline),
            MessageEntityType.Strikethrough => Styled(TextEntityType.Strikethrough),
            MessageEntityType.Spoiler => Styled(TextEntityType.Spoiler),
            MessageEntityType.Code => Styled(TextEntityType.Code),
            MessageEntityType.Blockquote => Styled(TextEntityType.BlockQuote),
            MessageEntityType.ExpandableBlockquote => Styled(TextEntityType.ExpandableBlockQuote),
            MessageEntityType.Pre when string.IsNullOrEmpty(entity.Language) => Styled(TextEntityType.Pre),
            MessageEntityType.Pre => Styled(TextEntityType.PreCode) with { Argument = entity.Language! },
            MessageEntityType.TextLink => Link(),
            MessageEntityType.TextMention => entity.User is { Id: > 0 } user ? Styled(TextEntityType.MentionName) with { Id = user.Id } : null,
            MessageEntityType.CustomEmoji => Styled(TextEntityType.CustomEmoji) with { Id = Scalars.ToInt64(entity.CustomEmojiId) },
            MessageEntityType.DateTime => Date(),
            _ => null,
        };

        TextEntity Styled(TextEntityType type) => new(type, entity.Offset, entity.Length);

        TextEntity? Link()
        {
            var url = entity.Url ?? "";
            if (TextLinks.UserId(url) is { } userId)
                return Styled(TextEntityType.MentionName) with { Id = userId };
            return UrlNormalizer.TryNormalize(url, out var normalized, out var error)
                ? Styled(TextEntityType.TextUrl) with { Argument = normalized }
                : throw BotApiException.BadRequest($"entity URL '{url}' is invalid: {error}");
        }

        TextEntity Date()
        {
            if (!DateFormats.TryParse(entity.DateTimeFormat ?? "", out var format))
                throw BotApiException.BadRequest("can't parse MessageEntity: Invalid date-time format specified");
            if (entity.UnixTime is not > 0)
                throw BotApiException.BadRequest("invalid date specified");
            return Styled(TextEntityType.Date) with { Id = entity.UnixTime.Value, DateFormat = format };
        }
    }

    private static Tl.MessageEntityBase? ToTl(TextEntity entity, Func<long, Tl.InputUserBase?> findUser)
    {
        var (offset, length) = (entity.Offset, entity.Length);
        return entity.Type switch
        {
            TextEntityType.Mention => new Tl.MessageEntityMention { Offset = offset, Length = length },
            TextEntityType.Hashtag => new Tl.MessageEntityHashtag { Offset = offset, Length = length },
            TextEntityType.BotCommand => new Tl.MessageEntityBotCommand { Offset = offset, Length = length },
            TextEntityType.Url => new Tl.MessageEntityUrl { Offset = offset, Length = length },
            TextEntityType.EmailAddress => new Tl.MessageEntityEmail { Offset = offset, Length = length },
            TextEntityType.Cashtag => new Tl.MessageEntityCashtag { Offset = offset, Length = length },
            TextEntityType.PhoneNumber => new Tl.MessageEntityPhone { Offset = offset, Length = length },
            TextEntityType.BankCardNumber => new Tl.MessageEntityBankCard { Offset = offset, Length = length },
            TextEntityType.Bold => new Tl.MessageEntityBold { Offset = offset, Length = length },
            TextEntityType.Italic => new Tl.MessageEntityItalic { Offset = offset, Length = length },
            TextEntityType.Underline => new Tl.MessageEntityUnderline { Offset = offset, Length = length },
            TextEntityType.Strikethrough => new Tl.MessageEntityStrike { Offset = offset, Length = length },
            TextEntityType.Spoiler => new Tl.MessageEntitySpoiler { Offset = offset, Length = length },
            TextEntityType.Code => new Tl.MessageEntityCode { Offset = offset, Length = length },
            TextEntityType.Pre or TextEntityType.PreCode => new Tl.MessageEntityPre { Offset = offset, Length = length, Language = entity.Argument },
            TextEntityType.BlockQuote => new Tl.MessageEntityBlockquote { Offset = offset, Length = length },
            TextEntityType.ExpandableBlockQuote => new Tl.MessageEntityBlockquote { Collapsed = true, Offset = offset, Length = length },
            TextEntityType.TextUrl => new Tl.MessageEntityTextUrl { Offset = offset, Length = length, Url = entity.Argument },
            TextEntityType.CustomEmoji => new Tl.MessageEntityCustomEmoji { Offset = offset, Length = length, DocumentId = entity.Id },
            TextEntityType.MentionName => findUser(entity.Id) is { } user ? new Tl.InputMessageEntityMentionName { Offset = offset, Length = length, UserId = user } : null,
            TextEntityType.Date => Formatted(entity),
            _ => throw new InvalidOperationException($"{entity.Type} has no form on the wire."),
        };
    }

    private static Tl.MessageEntityFormattedDate Formatted(TextEntity entity) => new()
    {
        Offset = entity.Offset,
        Length = entity.Length,
        Date = (int)entity.Id,
        Relative = entity.DateFormat.HasFlag(DateFormat.Relative),
        ShortTime = entity.DateFormat.HasFlag(DateFormat.ShortTime),
        LongTime = entity.DateFormat.HasFlag(DateFormat.LongTime),
        ShortDate = entity.DateFormat.HasFlag(DateFormat.ShortDate),
        LongDate = entity.DateFormat.HasFlag(DateFormat.LongDate),
        DayOfWeek = entity.DateFormat.HasFlag(DateFormat.DayOfWeek),
    };

    private static DateFormat FormatOf(Tl.MessageEntityFormattedDate date) =>
        (date.Relative ? DateFormat.Relative : 0)
        | (date.ShortTime ? DateFormat.ShortTime : 0)
        | (date.LongTime ? DateFormat.LongTime : 0)
        | (date.ShortDate ? DateFormat.ShortDate : 0)
        | (date.LongDate ? DateFormat.LongDate : 0)
        | (date.DayOfWeek ? DateFormat.DayOfWeek : 0);
}
