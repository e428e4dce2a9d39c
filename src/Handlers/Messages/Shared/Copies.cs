using TelegramRest.Accounts;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Shared;
using TelegramRest.Mapping.Messages;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Messages.Shared;

/// <summary>
/// A message sent again as one's own. Telegram copies by itself what stays as it was; a new caption, a keyboard or a reply
/// make it a new message with the same content.
/// </summary>
/// <remarks>https://core.telegram.org/bots/api#copymessage</remarks>
internal sealed class Copies(IAccount account, SendPipeline pipeline, Forwards forwards, TextEntities entities)
{
    /// <param name="target">Where to.</param>
    /// <param name="source">Where the original lies.</param>
    /// <param name="original">What to copy.</param>
    /// <param name="change">What is to be different.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Message> SendAsync(SendTarget target, PeerRef source, Tl.MessageBase original, CopyChange change, CancellationToken cancellationToken)
    {
        if (!account.IsBot)
            Forwards.CheckProtection(source);
        if (original is not Tl.Message message || !CopiedContent.IsCopyable(message))
            throw NotCopyable();

        // Telegram would forward a dice with its value, which nobody could tell from a cheat.
        var isSame = change.Caption is null or { IsEmpty: true } && target is { Markup: null, HasReply: false };
        if (isSame && message.Media is not Tl.MessageMediaDice)
            return await forwards.SendAsync(target, source, message.Id, change.VideoStart, asCopy: true, removeCaption: change.Caption is not null, cancellationToken);

        return CopiedContent.IsResendable(message) ? await ResendAsync(target, message, change, cancellationToken) : throw NotCopyable();
    }

    private static BotApiException NotCopyable() => BotApiException.BadRequest("the message can't be copied");

    private async Task<Message> ResendAsync(SendTarget target, Tl.Message message, CopyChange change, CancellationToken cancellationToken)
    {
        var hasNewCaption = change.Caption is not null && CopiedContent.HasCaption(message);
        var (text, formatting) = hasNewCaption
            ? (change.Caption!.Text, await entities.ToTlAsync(change.Caption, cancellationToken))
            : (message.MessageValue, await AddressAsync(message.Entities, cancellationToken));
        var isAbove = hasNewCaption ? change.IsCaptionAbove : message.InvertMedia;

        var media = CopiedContent.Media(message, change.VideoStart, peer => account.Peers.Reference(peer).InputPeer);
        return media is null
            ? await pipeline.SendAsync(target, text, formatting, Preview(message), CopiedContent.RichMessage(message), cancellationToken)
            : await pipeline.InvokeAsync(target, pipeline.MediaCall(target, media, text, formatting, isAbove), cancellationToken);
    }

    private static LinkPreviewOptions Preview(Tl.Message message) => new() { IsDisabled = message.Media is null, ShowAboveText = message.InvertMedia };

    /// <summary>Who is mentioned in a received text has to be addressed anew; who is not known stays unmentioned.</summary>
    private async Task<Tl.MessageEntityBase[]?> AddressAsync(Tl.MessageEntityBase[]? received, CancellationToken cancellationToken)
    {
        var addressed = new List<Tl.MessageEntityBase>();
        foreach (var entity in received ?? [])
        {
            if (entity is not Tl.MessageEntityMentionName mention)
                addressed.Add(entity);
            else if (await entities.FindAsync(mention.UserId, cancellationToken) is { } user)
                addressed.Add(new Tl.InputMessageEntityMentionName { Offset = mention.Offset, Length = mention.Length, UserId = user });
        }

        return addressed.Count == 0 ? null : [.. addressed];
    }
}
