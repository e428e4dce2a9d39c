using System.Globalization;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Tests.Unit.Mapping.Text;

/// <summary>Formatted texts as one line: <c>text | Bold 0..3, TextUrl(http://a.b/) 4..5</c>.</summary>
internal static class Shown
{
    public static string Of(FormattedText text) =>
        text.Entities.Count == 0 ? text.Text : text.Text + " | " + string.Join(", ", text.Entities.Select(Of));

    public static string Of(IEnumerable<TextEntity> entities) => string.Join(", ", entities.Select(Of));

    private static string Of(TextEntity entity)
    {
        var argument = entity.Argument.Length != 0 ? $"({entity.Argument})" : entity.Id != 0 ? $"({entity.Id.ToString(CultureInfo.InvariantCulture)})" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{entity.Type}{argument} {entity.Offset}..{entity.End}");
    }
}
