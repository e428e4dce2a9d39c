namespace TelegramRest.Simulator.World.Text;

/// <summary>Where an entity lies. Every kind has the two fields, but the schema gives them no common type.</summary>
internal static class EntitySpan
{
    public static (int Offset, int Length) Of(Tl.MessageEntityBase entity) => entity switch
    {
        Tl.MessageEntityUnknown it => (it.Offset, it.Length),
        Tl.MessageEntityMention it => (it.Offset, it.Length),
        Tl.MessageEntityHashtag it => (it.Offset, it.Length),
        Tl.MessageEntityBotCommand it => (it.Offset, it.Length),
        Tl.MessageEntityUrl it => (it.Offset, it.Length),
        Tl.MessageEntityEmail it => (it.Offset, it.Length),
        Tl.MessageEntityBold it => (it.Offset, it.Length),
        Tl.MessageEntityItalic it => (it.Offset, it.Length),
        Tl.MessageEntityCode it => (it.Offset, it.Length),
        Tl.MessageEntityPre it => (it.Offset, it.Length),
        Tl.MessageEntityTextUrl it => (it.Offset, it.Length),
        Tl.MessageEntityMentionName it => (it.Offset, it.Length),
        Tl.InputMessageEntityMentionName it => (it.Offset, it.Length),
        Tl.MessageEntityPhone it => (it.Offset, it.Length),
        Tl.MessageEntityCashtag it => (it.Offset, it.Length),
        Tl.MessageEntityUnderline it => (it.Offset, it.Length),
        Tl.MessageEntityStrike it => (it.Offset, it.Length),
        Tl.MessageEntityBankCard it => (it.Offset, it.Length),
        Tl.MessageEntitySpoiler it => (it.Offset, it.Length),
        Tl.MessageEntityCustomEmoji it => (it.Offset, it.Length),
        Tl.MessageEntityBlockquote it => (it.Offset, it.Length),
        Tl.MessageEntityFormattedDate it => (it.Offset, it.Length),
        Tl.MessageEntityDiffInsert it => (it.Offset, it.Length),
        Tl.MessageEntityDiffDelete it => (it.Offset, it.Length),
        Tl.MessageEntityDiffReplace it => (it.Offset, it.Length),
        _ => throw new NotSupportedException($"{entity.GetType().Name} has no place in a message's text."),
    };

    /// <summary>Whether nothing is detected inside: code is literal, links and mentions are taken.</summary>
    public static bool Excludes(Tl.MessageEntityBase entity) => entity
        is Tl.MessageEntityCode or Tl.MessageEntityPre or Tl.MessageEntityTextUrl or Tl.MessageEntityMentionName or Tl.MessageEntityMention or Tl.MessageEntityHashtag
        or Tl.MessageEntityCashtag or Tl.MessageEntityBotCommand or Tl.MessageEntityUrl or Tl.MessageEntityEmail or Tl.MessageEntityPhone or Tl.MessageEntityBankCard
        or Tl.MessageEntityCustomEmoji;

    /// <returns>The entity after <paramref name="removed"/> units before it were cut off and the text ends at <paramref name="length"/>; null when nothing is left.</returns>
    public static Tl.MessageEntityBase? Clip(Tl.MessageEntityBase entity, int removed, int length)
    {
        var (offset, extent) = Of(entity);
        var start = Math.Clamp(offset - removed, 0, length);
        var end = Math.Clamp(offset - removed + extent, 0, length);
        if (end <= start)
            return null;
        if (start == offset && end - start == extent)
            return entity;
        return Moved(entity, start, end - start);
    }

    private static Tl.MessageEntityBase Moved(Tl.MessageEntityBase entity, int offset, int length) => entity switch
    {
        Tl.MessageEntityMention => new Tl.MessageEntityMention { Offset = offset, Length = length },
        Tl.MessageEntityHashtag => new Tl.MessageEntityHashtag { Offset = offset, Length = length },
        Tl.MessageEntityBotCommand => new Tl.MessageEntityBotCommand { Offset = offset, Length = length },
        Tl.MessageEntityUrl => new Tl.MessageEntityUrl { Offset = offset, Length = length },
        Tl.MessageEntityEmail => new Tl.MessageEntityEmail { Offset = offset, Length = length },
        Tl.MessageEntityBold => new Tl.MessageEntityBold { Offset = offset, Length = length },
        Tl.MessageEntityItalic => new Tl.MessageEntityItalic { Offset = offset, Length = length },
        Tl.MessageEntityCode => new Tl.MessageEntityCode { Offset = offset, Length = length },
        Tl.MessageEntityPre it => new Tl.MessageEntityPre { Offset = offset, Length = length, Language = it.Language },
        Tl.MessageEntityTextUrl it => new Tl.MessageEntityTextUrl { Offset = offset, Length = length, Url = it.Url },
        Tl.MessageEntityMentionName it => new Tl.MessageEntityMentionName { Offset = offset, Length = length, UserId = it.UserId },
        Tl.MessageEntityPhone => new Tl.MessageEntityPhone { Offset = offset, Length = length },
        Tl.MessageEntityCashtag => new Tl.MessageEntityCashtag { Offset = offset, Length = length },
        Tl.MessageEntityUnderline => new Tl.MessageEntityUnderline { Offset = offset, Length = length },
        Tl.MessageEntityStrike => new Tl.MessageEntityStrike { Offset = offset, Length = length },
        Tl.MessageEntityBankCard => new Tl.MessageEntityBankCard { Offset = offset, Length = length },
        Tl.MessageEntitySpoiler => new Tl.MessageEntitySpoiler { Offset = offset, Length = length },
        Tl.MessageEntityCustomEmoji it => new Tl.MessageEntityCustomEmoji { Offset = offset, Length = length, DocumentId = it.DocumentId },
        Tl.MessageEntityBlockquote it => new Tl.MessageEntityBlockquote { Offset = offset, Length = length, Collapsed = it.Collapsed },
        Tl.MessageEntityDiffInsert => new Tl.MessageEntityDiffInsert { Offset = offset, Length = length },
        Tl.MessageEntityDiffDelete => new Tl.MessageEntityDiffDelete { Offset = offset, Length = length },
        Tl.MessageEntityDiffReplace it => new Tl.MessageEntityDiffReplace { Offset = offset, Length = length, OldText = it.OldText },
        Tl.MessageEntityFormattedDate it => new Tl.MessageEntityFormattedDate
        {
            Offset = offset,
            Length = length,
            Relative = it.Relative,
            ShortTime = it.ShortTime,
            LongTime = it.LongTime,
            ShortDate = it.ShortDate,
            LongDate = it.LongDate,
            DayOfWeek = it.DayOfWeek,
            Date = it.Date,
        },
        _ => throw new NotSupportedException($"{entity.GetType().Name} has no place in a message's text."),
    };
}
