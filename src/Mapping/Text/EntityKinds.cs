namespace TelegramRest.Mapping.Text;

/// <summary>How entity types nest and sort.</summary>
internal static class EntityKinds
{
    public const int StyleCount = 5;

    /// <summary>0 to 4 for the styles that may be cut and joined freely; −1 for all other types.</summary>
    public static int StyleIndex(TextEntityType type) => type switch
    {
        TextEntityType.Bold => 0,
        TextEntityType.Italic => 1,
        TextEntityType.Underline => 2,
        TextEntityType.Strikethrough => 3,
        TextEntityType.Spoiler => 4,
        _ => -1,
    };

    public static TextEntityType Style(int index) => index switch
    {
        0 => TextEntityType.Bold,
        1 => TextEntityType.Italic,
        2 => TextEntityType.Underline,
        3 => TextEntityType.Strikethrough,
        _ => TextEntityType.Spoiler,
    };

    public static bool IsQuote(TextEntityType type) => type is TextEntityType.BlockQuote or TextEntityType.ExpandableBlockQuote;

    /// <summary>Holds no other entity and stands in no other but a quote.</summary>
    public static bool IsVerbatim(TextEntityType type) =>
        type is TextEntityType.Pre or TextEntityType.PreCode or TextEntityType.Code or TextEntityType.Date;

    /// <summary>By offset, longer first, then by type: containers before what they contain.</summary>
    public static int Compare(TextEntity left, TextEntity right)
    {
        if (left.Offset != right.Offset)
            return left.Offset.CompareTo(right.Offset);
        if (left.Length != right.Length)
            return right.Length.CompareTo(left.Length);
        return Priority(left.Type).CompareTo(Priority(right.Type));
    }

    public static void Sort(List<TextEntity> entities)
    {
        // Order is stable, List.Sort is not; most texts arrive sorted.
        for (var i = 1; i < entities.Count; i++)
        {
            if (Compare(entities[i - 1], entities[i]) > 0)
            {
                var sorted = entities.Order(Comparer<TextEntity>.Create(Compare)).ToList();
                entities.Clear();
                entities.AddRange(sorted);
                return;
            }
        }
    }

    private static int Priority(TextEntityType type) => type switch
    {
        TextEntityType.BlockQuote or TextEntityType.ExpandableBlockQuote => 0,
        TextEntityType.PreCode => 10,
        TextEntityType.Pre => 11,
        TextEntityType.Code => 20,
        TextEntityType.Date => 30,
        TextEntityType.TextUrl or TextEntityType.MentionName => 49,
        TextEntityType.Bold => 90,
        TextEntityType.Italic => 91,
        TextEntityType.Underline => 92,
        TextEntityType.Strikethrough => 93,
        TextEntityType.Spoiler => 94,
        TextEntityType.CustomEmoji => 99,
        _ => 50,
    };
}
