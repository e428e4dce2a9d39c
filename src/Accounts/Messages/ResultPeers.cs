namespace TelegramRest.Accounts.Messages;

/// <summary>The users and chats that come with an answer.</summary>
internal static class ResultPeers
{
    public static (IReadOnlyList<Tl.UserBase> Users, IReadOnlyList<Tl.ChatBase> Chats) Of(object? result) => result switch
    {
        Tl.UpdatesConstructor r => (r.Users, r.Chats),
        Tl.UpdatesCombined r => (r.Users, r.Chats),
        Tl.Messages.Messages r => (r.Users, r.Chats),
        Tl.Messages.MessagesSlice r => (r.Users, r.Chats),
        Tl.Messages.ChannelMessages r => (r.Users, r.Chats),
        Tl.Messages.ChatFull r => (r.Users, r.Chats),
        Tl.Messages.Chats r => ([], r.ChatsValue),
        Tl.Messages.ChatsSlice r => ([], r.Chats),
        Tl.Messages.Dialogs r => (r.Users, r.Chats),
        Tl.Messages.DialogsSlice r => (r.Users, r.Chats),
        Tl.Users.UserFull r => (r.Users, r.Chats),
        Tl.Contacts.Contacts r => (r.Users, []),
        Tl.Contacts.ResolvedPeer r => (r.Users, r.Chats),
        Tl.Channels.ChannelParticipant r => (r.Users, r.Chats),
        Tl.Channels.ChannelParticipants r => (r.Users, r.Chats),
        Tl.UserBase[] users => (users, []),
        _ => ([], []),
    };
}
