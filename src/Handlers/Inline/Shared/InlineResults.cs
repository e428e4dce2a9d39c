using TelegramRest.BotApi;
using TelegramRest.Handlers.Shared;
using TelegramRest.Mapping.Inline;
using TelegramRest.Mapping.Messages;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Inline.Shared;

/// <summary>Results that a bot offers: whom their buttons and texts name is looked up before they are mapped.</summary>
/// <remarks>https://core.telegram.org/bots/inline</remarks>
internal sealed class InlineResults(Keyboards keyboards, TextEntities entities, RichMessages messages)
{
    /// <param name="results">As requested.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>The results, and whether they are pictures that look best in a grid.</returns>
    public async Task<(Tl.InputBotInlineResultBase[] Results, bool IsGallery)> ToTlAsync(InlineQueryResult[] results, CancellationToken cancellationToken)
    {
        var read = results.Select(InlineResultReader.Read).ToList();
        var mapped = new List<Tl.InputBotInlineResultBase>(read.Count);
        foreach (var result in read)
            mapped.Add(InlineResultMapper.ToTl(result, await MessageAsync(result, cancellationToken)));
        return ([.. mapped], read.Exists(result => result.IsPicture) && !read.Exists(result => result.IsLine));
    }

    public async Task<Tl.InputBotInlineResultBase> ToTlAsync(InlineQueryResult result, CancellationToken cancellationToken) =>
        (await ToTlAsync([result], cancellationToken)).Results[0];

    private async Task<Tl.InputBotInlineMessageBase> MessageAsync(InlineResult result, CancellationToken cancellationToken)
    {
        var bots = await keyboards.FindBotsAsync(result.ReplyMarkup, cancellationToken);
        var markup = await keyboards.ToTlAsync(result.ReplyMarkup, chat: null, bots, cancellationToken);
        switch (result.Message ?? result.OwnMessage)
        {
            case InputTextMessageContent text:
                return await TextAsync(text, markup, cancellationToken);
            case InputRichMessageContent rich:
                return new Tl.InputBotInlineMessageRichMessage { RichMessage = await messages.ToTlAsync(rich.RichMessage, cancellationToken), ReplyMarkup = markup };
            case { } content:
                return InlineMessageMapper.ToTl(content, markup);
            case null when result.GameShortName is not null:
                return new Tl.InputBotInlineMessageGame { ReplyMarkup = markup };
        }

        var caption = TextParser.Caption(result.Caption, result.ParseMode, result.CaptionEntities);
        return new Tl.InputBotInlineMessageMediaAuto
        {
            Message = caption.Text,
            Entities = await entities.ToTlAsync(caption, cancellationToken),
            InvertMedia = result.IsCaptionAbove,
            ReplyMarkup = markup,
        };
    }

    private async Task<Tl.InputBotInlineMessageBase> TextAsync(InputTextMessageContent content, Tl.ReplyMarkupBase? markup, CancellationToken cancellationToken)
    {
        var text = TextParser.Message(content.MessageText, content.ParseMode, content.Entities);
        var inText = await entities.ToTlAsync(text, cancellationToken);
        var preview = content.LinkPreviewOptions;
        if (LinkPreviewMapper.ToTl(preview, LinkPreviews.FirstUrl(text)) is { } page)
        {
            return new Tl.InputBotInlineMessageMediaWebPage
            {
                Message = text.Text,
                Entities = inText,
                Url = page.Url,
                ForceLargeMedia = page.ForceLargeMedia,
                ForceSmallMedia = page.ForceSmallMedia,
                Optional = true,
                InvertMedia = preview?.ShowAboveText == true,
                ReplyMarkup = markup,
            };
        }

        return new Tl.InputBotInlineMessageText
        {
            Message = text.Text,
            Entities = inText,
            NoWebpage = preview?.IsDisabled == true,
            InvertMedia = preview?.ShowAboveText == true,
            ReplyMarkup = markup,
        };
    }
}
