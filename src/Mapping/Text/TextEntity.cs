namespace TelegramRest.Mapping.Text;

/// <summary>One marked stretch of a text, between the two vocabularies.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Offset">First UTF-16 code unit.</param>
/// <param name="Length">UTF-16 code units.</param>
/// <param name="Argument">The URL of a <see cref="TextEntityType.TextUrl"/>, the language of a <see cref="TextEntityType.PreCode"/>.</param>
/// <param name="Id">The user of a <see cref="TextEntityType.MentionName"/>, the document of a <see cref="TextEntityType.CustomEmoji"/>, the Unix time of a <see cref="TextEntityType.Date"/>.</param>
/// <param name="DateFormat">How a <see cref="TextEntityType.Date"/> is shown.</param>
public readonly record struct TextEntity(
    TextEntityType Type,
    int Offset,
    int Length,
    string Argument = "",
    long Id = 0,
    DateFormat DateFormat = DateFormat.None)
{
    /// <summary>First UTF-16 code unit after the stretch.</summary>
    public int End => Offset + Length;
}
