using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Mapping.Media;

namespace TelegramRest.Handlers.Stickers;

/// <summary>Identifiers that Telegram does not know are passed over.</summary>
internal sealed class GetCustomEmojiStickersHandler(IAccount account) : IHandler<GetCustomEmojiStickersRequest, Sticker[]>
{
    private const int MaxStickers = 200;

    public async Task<Sticker[]> HandleAsync(GetCustomEmojiStickersRequest request, CancellationToken cancellationToken)
    {
        if (request.CustomEmojiIds.Length > MaxStickers)
            throw BotApiException.BadRequest("too many custom emoji identifiers specified");

        var ids = request.CustomEmojiIds.Select(Id).Distinct().ToArray();
        if (ids.Length == 0)
            return [];

        var documents = (await account.InvokeAsync(new Tl.Messages.GetCustomEmojiDocuments { DocumentId = ids }, cancellationToken)).OfType<Tl.Document>().ToList();
        var context = await account.Messages.StickersContextAsync(documents, cancellationToken);
        return [.. documents.Select(document => StickerMapper.ToBotApi(document, context))];
    }

    private static long Id(string text) =>
        Scalars.TryCanonicalInt64(text, out var id) ? id : throw BotApiException.BadRequest("invalid custom emoji identifier specified");
}
