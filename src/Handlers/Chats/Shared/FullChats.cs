using TelegramRest.Accounts;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;
using TelegramRest.Mapping;

namespace TelegramRest.Handlers.Chats.Shared;

/// <summary>Everything Telegram tells of one chat, with its pinned message.</summary>
internal sealed class FullChats(IAccount account)
{
    public async Task<ChatFullInfo> OfUserAsync(UserPeer user, CancellationToken cancellationToken)
    {
        var answer = await account.InvokeAsync(new Tl.Users.GetFullUser { Id = user.Input }, ChatNotFound, cancellationToken);
        var peers = account.Peers.Index(answer.Users, answer.Chats);
        var pinned = await PinnedAsync(user, answer.FullUser.PinnedMsgId, cancellationToken);
        return ChatMapper.ToFullInfo(answer.FullUser, peers, account.Messages.Context, pinned);
    }

    /// <param name="chat">The group or channel that <paramref name="call"/> asks for.</param>
    /// <param name="call">Basic groups and channels are asked for by different calls with one answer.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<ChatFullInfo> OfChatAsync(PeerRef chat, Tl.ITlMethod<Tl.Messages.ChatFull> call, CancellationToken cancellationToken)
    {
        var answer = await account.InvokeAsync(call, ChatNotFound, cancellationToken);
        var peers = account.Peers.Index(answer.Users, answer.Chats);
        return ChatMapper.ToFullInfo(answer.FullChat, peers, account.Messages.Context, await PinnedAsync(chat, PinnedId(answer), cancellationToken));
    }

    /// <summary>The number of the message that was pinned last; null when none is pinned.</summary>
    public async Task<int?> PinnedIdAsync(PeerRef chat, CancellationToken cancellationToken) => chat switch
    {
        UserPeer user => (await account.InvokeAsync(new Tl.Users.GetFullUser { Id = user.Input }, ChatNotFound, cancellationToken)).FullUser.PinnedMsgId,
        GroupPeer group => PinnedId(await account.InvokeAsync(new Tl.Messages.GetFullChat { ChatId = group.Id }, ChatNotFound, cancellationToken)),
        ChannelPeer channel => PinnedId(await account.InvokeAsync(new Tl.Channels.GetFullChannel { Channel = channel.Input }, ChatNotFound, cancellationToken)),
        _ => throw new InvalidOperationException(chat.GetType().Name),
    };

    private const string ChatNotFound = "chat not found";

    private static int? PinnedId(Tl.Messages.ChatFull answer) => answer.FullChat switch
    {
        Tl.ChatFull group => group.PinnedMsgId,
        Tl.ChannelFull channel => channel.PinnedMsgId,
        _ => null,
    };

    private async Task<Message?> PinnedAsync(PeerRef chat, int? messageId, CancellationToken cancellationToken)
    {
        if (messageId is not { } id)
            return null;
        var found = await account.Messages.FindAsync(chat, [id], cancellationToken);
        return found is [var message] ? await account.Messages.ToBotApiAsync(message, cancellationToken) : null;
    }
}
