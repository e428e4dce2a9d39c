namespace TelegramRest.Mapping.Text;

/// <summary>What a stretch of text is. The names are those that parse errors use.</summary>
/// <remarks>https://core.telegram.org/api/entities</remarks>
public enum TextEntityType
{
    Mention,
    Hashtag,
    BotCommand,
    Url,
    EmailAddress,
    Bold,
    Italic,
    Code,
    Pre,
    PreCode,
    TextUrl,
    MentionName,
    Cashtag,
    PhoneNumber,
    Underline,
    Strikethrough,
    BlockQuote,
    BankCardNumber,
    Spoiler,
    CustomEmoji,
    ExpandableBlockQuote,
    Date,
}
