using TelegramRest.Accounts;
using TelegramRest.Accounts.Files.Media;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Shared;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Messages.Shared;

/// <summary>
/// Several media in one frame. Every item is stored with Telegram before anything is sent, and all are sent by one call: a fault leaves nothing half sent.
/// A single item is no album and goes as a message of its own.
/// </summary>
/// <remarks>https://core.telegram.org/api/files#albums-grouped-media</remarks>
internal sealed class Albums(IAccount account, SendPipeline pipeline, BusinessConnections businesses, TextEntities entities)
{
    private const int MaxItems = 10;

    /// <exception cref="BotApiException">400: nothing, too much, or what cannot stand together.</exception>
    public static void Check(IReadOnlyList<InputMedia> items)
    {
        if (items.Count == 0)
            throw BotApiException.BadRequest("there are no messages to send");
        if (items.Count > MaxItems)
            throw BotApiException.BadRequest("too many messages to send as an album");
        if (items.Any(item => MediaCaptions.IsAbove(item) != MediaCaptions.IsAbove(items[0])))
            throw BotApiException.BadRequest("parameter show_caption_above_media must be the same for all messages");

        var contents = items.Select(Content).Distinct().ToList();
        if (contents.Count > 1 && contents.Find(content => content == SendContent.Audio || content == SendContent.Document) is { } loner)
            throw BotApiException.BadRequest($"{(loner == SendContent.Audio ? "audio" : "document")} can't be mixed with other media types");
    }

    /// <summary>What the chat has to allow for an item.</summary>
    public static SendContent Content(InputMedia item) => item switch
    {
        InputMediaPhoto or InputMediaLivePhoto => SendContent.Photo,
        InputMediaVideo => SendContent.Video,
        InputMediaAudio => SendContent.Audio,
        InputMediaDocument => SendContent.Document,
        _ => throw BotApiException.BadRequest("invalid message content type"),
    };

    /// <param name="target">Where to.</param>
    /// <param name="items">Checked.</param>
    /// <param name="captions">One for each item.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>In the order of <paramref name="items"/>.</returns>
    public async Task<IReadOnlyList<Message>> SendAsync(
        SendTarget target, IReadOnlyList<InputMedia> items, IReadOnlyList<FormattedText> captions, CancellationToken cancellationToken)
    {
        var isAbove = MediaCaptions.IsAbove(items[0]);
        if (items.Count == 1)
        {
            var media = await account.Files.MediaAsync(File(items[0]), target.Place, cancellationToken);
            var single = pipeline.MediaCall(target, media, captions[0].Text, await entities.ToTlAsync(captions[0], cancellationToken), isAbove);
            return await InvokeAsync(target, single, [single.RandomId], cancellationToken);
        }

        var album = new Tl.InputSingleMedia[items.Count];
        for (var index = 0; index < items.Count; index++)
        {
            var place = target.Place with { Position = index + 1 };
            album[index] = new Tl.InputSingleMedia
            {
                Media = await account.Files.StoredMediaAsync(
                    await account.Files.MediaAsync(File(items[index]), place, cancellationToken), place, cancellationToken),
                Message = captions[index].Text,
                Entities = await entities.ToTlAsync(captions[index], cancellationToken),
                RandomId = account.Messages.NewRandomId(),
            };
        }

        var call = new Tl.Messages.SendMultiMedia
        {
            Peer = target.Chat.InputPeer,
            MultiMedia = album,
            InvertMedia = isAbove,
            ReplyTo = target.ReplyTo,
            ScheduleDate = target.ScheduleDate,
            Silent = target.Silent,
            Noforwards = target.NoForwards,
            AllowPaidFloodskip = target.PaidBroadcast,
            Effect = target.Effect,
        };
        return await InvokeAsync(target, call, [.. album.Select(item => item.RandomId)], cancellationToken);
    }

    private static MediaFile File(InputMedia item) => InputMediaFiles.Of(item) is DocumentFile document
        ? document with { DisableContentTypeDetection = true }
        : InputMediaFiles.Of(item);

    private async Task<IReadOnlyList<Message>> InvokeAsync(SendTarget target, Tl.ITlMethod<Tl.UpdatesBase> call, IReadOnlyList<long> randomIds, CancellationToken cancellationToken)
    {
        if (target.Business is not { } connection)
            return await account.Messages.SendManyAsync(target.Chat, call, randomIds, cancellationToken);

        await account.Messages.PrepareAsync(randomIds);
        return await businesses.ChangeManyAsync(connection, call, cancellationToken);
    }
}
