using TelegramRest.Accounts;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Chats.Shared;

namespace TelegramRest.Handlers.Chats;

/// <summary>A private chat's description is the user's; the others have one of their own, and name their pinned message by id alone.</summary>
internal sealed class GetChatHandler(IAccount account, FullChats chats) : IHandler<GetChatRequest, ChatFullInfo>
{
    public async Task<ChatFullInfo> HandleAsync(GetChatRequest request, CancellationToken cancellationToken)
    {
        var chat = await account.Peers.ResolveChatAsync(request.ChatId, ChatAccess.Read, cancellationToken);
        return chat switch
        {
            UserPeer user => await chats.OfUserAsync(user, cancellationToken),
            GroupPeer group => await chats.OfChatAsync(group, new Tl.Messages.GetFullChat { ChatId = group.Id }, cancellationToken),
            ChannelPeer channel => await chats.OfChatAsync(channel, new Tl.Channels.GetFullChannel { Channel = channel.Input }, cancellationToken),
            _ => throw new InvalidOperationException(chat.GetType().Name),
        };
    }
}
