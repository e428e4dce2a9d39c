using TelegramRest.Accounts;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;

namespace TelegramRest.Handlers.Chats.Shared;

/// <summary>Pins and unpins what has been looked up.</summary>
/// <remarks>https://core.telegram.org/api/pin</remarks>
internal sealed class Pins(IAccount account)
{
    /// <exception cref="BotApiException">400: no right to, or nothing that can be pinned.</exception>
    public async Task<bool> ChangeAsync(PeerRef chat, Tl.MessageBase message, Tl.Messages.UpdatePinnedMessage change, CancellationToken cancellationToken)
    {
        PinRights.Check(chat, account);
        if (message is Tl.MessageService)
            throw BotApiException.BadRequest("service messages can't be pinned");
        await account.InvokeAsync(change, cancellationToken);
        return true;
    }

    /// <summary>Unpins everything in a chat, or in one of its topics. Telegram works through long lists piece by piece.</summary>
    /// <exception cref="BotApiException">400: no right to, or no topics.</exception>
    public async Task<bool> ClearAsync(PeerRef chat, int? topicId, CancellationToken cancellationToken)
    {
        PinRights.Check(chat, account);
        if (topicId is <= 0)
            throw BotApiException.BadRequest("invalid forum topic identifier specified");
        if (topicId is not null && chat is not (ChannelPeer { Chat: Tl.Channel { Forum: true } } or UserPeer))
            throw BotApiException.BadRequest("chat doesn't have topics");

        Tl.Messages.AffectedHistory affected;
        do
        {
            affected = await account.InvokeAsync(new Tl.Messages.UnpinAllMessages { Peer = chat.InputPeer, TopMsgId = topicId }, cancellationToken);
        }
        while (affected.Offset > 0);

        return true;
    }
}
