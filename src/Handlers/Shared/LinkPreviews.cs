using TelegramRest.BotApi;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Shared;

/// <summary>Which preview a text asks for.</summary>
internal static class LinkPreviews
{
    /// <summary>The options, or what their former spelling means.</summary>
    public static LinkPreviewOptions? Of(LinkPreviewOptions? options, bool? isDisabled) =>
        options ?? (isDisabled == true ? new LinkPreviewOptions { IsDisabled = true } : null);

    /// <summary>The link that is previewed when none is named; null when there is none.</summary>
    public static string? FirstUrl(FormattedText text)
    {
        foreach (var entity in text.Entities)
        {
            var url = entity.Type switch
            {
                TextEntityType.Url => text.Text.Substring(entity.Offset, entity.Length),
                TextEntityType.TextUrl => entity.Argument,
                _ => null,
            };
            if (url is not null && !url.StartsWith("tg:", StringComparison.OrdinalIgnoreCase))
                return url;
        }

        return null;
    }
}
