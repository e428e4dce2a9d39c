using TelegramRest.Mapping;

namespace TelegramRest.Accounts.Updates;

/// <summary>An update with its place in its sequence.</summary>
/// <param name="Update">Null for events that the account caused itself and that only count (reads, deletions, short answers).</param>
/// <param name="Peers">What came with it.</param>
/// <param name="ChannelId">For <see cref="UpdateBox.Channel"/>.</param>
/// <param name="Pts">The sequence's value after the update.</param>
/// <param name="Count">How many events it stands for.</param>
internal sealed record SequencedUpdate(Tl.UpdateBase? Update, PeerIndex Peers, UpdateBox Box, long ChannelId, int Pts, int Count)
{
    public int Start => Pts - Count;

    public static SequencedUpdate From(Tl.UpdateBase update, PeerIndex peers)
    {
        return update switch
        {
            Tl.UpdateNewMessage u => Account(u.Pts, u.PtsCount),
            Tl.UpdateEditMessage u => Account(u.Pts, u.PtsCount),
            Tl.UpdateDeleteMessages u => Account(u.Pts, u.PtsCount),
            Tl.UpdateReadHistoryInbox u => Account(u.Pts, u.PtsCount),
            Tl.UpdateReadHistoryOutbox u => Account(u.Pts, u.PtsCount),
            Tl.UpdateReadMessagesContents u => Account(u.Pts, u.PtsCount),
            Tl.UpdateWebPage u => Account(u.Pts, u.PtsCount),
            Tl.UpdatePinnedMessages u => Account(u.Pts, u.PtsCount),
            Tl.UpdateFolderPeers u => Account(u.Pts, u.PtsCount),

            Tl.UpdateNewChannelMessage u => Channel(ChannelOf(u.Message), u.Pts, u.PtsCount),
            Tl.UpdateEditChannelMessage u => Channel(ChannelOf(u.Message), u.Pts, u.PtsCount),
            Tl.UpdateDeleteChannelMessages u => Channel(u.ChannelId, u.Pts, u.PtsCount),
            Tl.UpdateChannelWebPage u => Channel(u.ChannelId, u.Pts, u.PtsCount),
            Tl.UpdatePinnedChannelMessages u => Channel(u.ChannelId, u.Pts, u.PtsCount),

            Tl.UpdateNewEncryptedMessage u => Secondary(u.Qts),
            Tl.UpdateMessagePollVote u => Secondary(u.Qts),
            Tl.UpdateChatParticipant u => Secondary(u.Qts),
            Tl.UpdateChannelParticipant u => Secondary(u.Qts),
            Tl.UpdateBotStopped u => Secondary(u.Qts),
            Tl.UpdateBotChatInviteRequester u => Secondary(u.Qts),
            Tl.UpdateBotChatBoost u => Secondary(u.Qts),
            Tl.UpdateBotMessageReaction u => Secondary(u.Qts),
            Tl.UpdateBotMessageReactions u => Secondary(u.Qts),
            Tl.UpdateBotBusinessConnect u => Secondary(u.Qts),
            Tl.UpdateBotNewBusinessMessage u => Secondary(u.Qts),
            Tl.UpdateBotEditBusinessMessage u => Secondary(u.Qts),
            Tl.UpdateBotDeleteBusinessMessage u => Secondary(u.Qts),
            Tl.UpdateBotPurchasedPaidMedia u => Secondary(u.Qts),
            _ => new SequencedUpdate(update, peers, UpdateBox.None, 0, 0, 0),
        };

        SequencedUpdate Account(int pts, int count) => new(update, peers, UpdateBox.Account, 0, pts, count);
        SequencedUpdate Secondary(int qts) => new(update, peers, UpdateBox.Secondary, 0, qts, 1);
        SequencedUpdate Channel(long channelId, int pts, int count) => new(update, peers, UpdateBox.Channel, channelId, pts, count);
    }

    private static long ChannelOf(Tl.MessageBase message)
    {
        var peer = message switch
        {
            Tl.Message m => m.PeerId,
            Tl.MessageService m => m.PeerId,
            Tl.MessageEmpty m => m.PeerId,
            _ => null,
        };
        return peer is Tl.PeerChannel channel ? channel.ChannelId : 0;
    }
}
