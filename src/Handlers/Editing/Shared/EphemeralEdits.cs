using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Shared;

namespace TelegramRest.Handlers.Editing.Shared;

/// <summary>Changes messages that one member of a group sees. They cannot be looked at before, and the answer shows nothing of them.</summary>
/// <remarks>https://core.telegram.org/bots/api#editephemeralmessagetext</remarks>
internal sealed class EphemeralEdits(IAccount account, Keyboards keyboards)
{
    /// <param name="chatId">The group.</param>
    /// <param name="receiverId">Who sees the message.</param>
    /// <param name="messageId">Its number among the ephemeral ones.</param>
    /// <param name="markup">Its buttons from now on; null for none.</param>
    /// <param name="content">What it says; null leaves that as it is.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<bool> EditAsync(
        ChatId chatId, long receiverId, int messageId, InlineKeyboardMarkup? markup, EditContent? content, CancellationToken cancellationToken)
    {
        var bots = await keyboards.FindBotsAsync(markup, cancellationToken);
        var chat = await account.Peers.ResolveChatAsync(chatId, cancellationToken);
        var receiver = await account.Peers.ResolveUserAsync(receiverId, cancellationToken);
        var edit = new Tl.Ephemeral.EditMessage
        {
            Peer = chat.InputPeer,
            ReceiverId = receiver.Input,
            Id = messageId,
            Message = content?.Text,
            Entities = content?.Entities,
            Media = content?.Media,
            ReplyMarkup = await keyboards.ToTlAsync(markup, chat, bots, cancellationToken),
        };
        await account.InvokeAsync(edit, cancellationToken);
        return true;
    }
}
