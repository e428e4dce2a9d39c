using TelegramRest.Accounts;
using TelegramRest.Accounts.Files.Media;
using TelegramRest.BotApi;
using TelegramRest.Mapping.Rich;

namespace TelegramRest.Handlers.Shared;

/// <summary>Rich messages on their way to Telegram, which reads HTML and Markdown itself. Their media are stored before they are named.</summary>
/// <remarks>https://core.telegram.org/bots/api#inputrichmessage</remarks>
internal sealed class RichMessages(IAccount account, InputMediaContents contents)
{
    /// <summary>For a message whose chat is not known: an inline one.</summary>
    public Task<Tl.InputRichMessageBase> ToTlAsync(InputRichMessage message, CancellationToken cancellationToken) =>
        ToTlAsync(message, new UploadPlace(new Tl.InputPeerSelf()), cancellationToken);

    /// <param name="message">Blocks, HTML or Markdown.</param>
    /// <param name="place">Where it will be sent to.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <exception cref="BotApiException">400: nothing, a wrong block, or media that cannot be used.</exception>
    public async Task<Tl.InputRichMessageBase> ToTlAsync(InputRichMessage message, UploadPlace place, CancellationToken cancellationToken)
    {
        var (isRtl, isPlain) = (message.IsRtl == true, message.SkipEntityDetection == true);
        return message switch
        {
            { Blocks: { Length: > 0 } blocks } => await BlocksAsync(blocks, isRtl, isPlain, place, cancellationToken),
            { Html: { Length: > 0 } html } => new Tl.InputRichMessageHTML { Html = html, Rtl = isRtl, Noautolink = isPlain, Files = await FilesAsync(message.Media, place, cancellationToken) },
            { Markdown: { Length: > 0 } markdown } => new Tl.InputRichMessageMarkdown { Markdown = markdown, Rtl = isRtl, Noautolink = isPlain, Files = await FilesAsync(message.Media, place, cancellationToken) },
            _ => throw BotApiException.BadRequest("rich message must be non-empty"),
        };
    }

    private async Task<Tl.InputRichMessage> BlocksAsync(InputRichBlock[] blocks, bool isRtl, bool isPlain, UploadPlace place, CancellationToken cancellationToken)
    {
        var stored = new Dictionary<InputMedia, Tl.InputMediaBase>();
        foreach (var media in InputRichContents.Media(blocks))
            stored[media] = await contents.ToTlAsync(media, place, cancellationToken);

        var mapped = new InputRichBlockMapper(media => IdOf(stored[media])).ToTl(blocks);
        var users = new List<Tl.InputUserBase>();
        foreach (var userId in InputRichContents.Users(mapped))
            users.Add((await account.Peers.ResolveUserAsync(userId, cancellationToken)).Input);

        return new Tl.InputRichMessage
        {
            Rtl = isRtl,
            Noautolink = isPlain,
            Blocks = mapped,
            Photos = OrNull(stored.Values.OfType<Tl.InputMediaPhoto>().Select(media => media.Id)),
            Documents = OrNull(stored.Values.OfType<Tl.InputMediaDocument>().Select(media => media.Id)),
            Users = OrNull(users),
        };
    }

    private async Task<Tl.InputRichFileBase[]?> FilesAsync(InputRichMessageMedia[]? media, UploadPlace place, CancellationToken cancellationToken)
    {
        var files = new List<Tl.InputRichFileBase>();
        foreach (var item in media ?? [])
        {
            files.Add(await contents.ToTlAsync(item.Media, place, cancellationToken) switch
            {
                Tl.InputMediaPhoto photo => new Tl.InputRichFilePhoto { Id = item.Id, Photo = photo.Id },
                Tl.InputMediaDocument document => new Tl.InputRichFileDocument { Id = item.Id, Document = document.Id },
                var other => throw new InvalidOperationException($"{other.GetType().Name} cannot stand in a rich message."),
            });
        }

        return OrNull(files);
    }

    private static long IdOf(Tl.InputMediaBase media) => media switch
    {
        Tl.InputMediaPhoto { Id: Tl.InputPhoto photo } => photo.Id,
        Tl.InputMediaDocument { Id: Tl.InputDocument document } => document.Id,
        _ => throw new InvalidOperationException($"{media.GetType().Name} cannot stand in a rich message."),
    };

    private static T[]? OrNull<T>(IEnumerable<T> items) => items.ToArray() is { Length: > 0 } some ? some : null;
}
