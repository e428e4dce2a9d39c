namespace TelegramRest.Mapping.Text;

/// <summary>A text and its marked stretches, sorted by offset, longer ones first.</summary>
public sealed record FormattedText(string Text, IReadOnlyList<TextEntity> Entities)
{
    public static FormattedText Empty { get; } = new("", []);

    public bool IsEmpty => Text.Length == 0;
}
