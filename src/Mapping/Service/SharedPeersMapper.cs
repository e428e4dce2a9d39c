using TelegramRest.BotApi;
using TelegramRest.Mapping.Media;

namespace TelegramRest.Mapping.Service;

/// <summary>Users or a chat that somebody picked through a keyboard button.</summary>
/// <remarks>https://core.telegram.org/bots/api#usersshared</remarks>
internal static class SharedPeersMapper
{
    public static void Map(ServiceContent content, Tl.MessageActionRequestedPeerSentMe shared)
    {
        switch (shared.Peers.FirstOrDefault())
        {
            case Tl.RequestedPeerUser:
                content.UsersShared = new UsersShared
                {
                    RequestId = shared.ButtonId,
                    Users = [.. shared.Peers.OfType<Tl.RequestedPeerUser>().Select(ToBotApi)],
                };
                break;
            case Tl.RequestedPeerChat chat:
                content.ChatShared = new ChatShared
                {
                    RequestId = shared.ButtonId,
                    ChatId = ChatIds.OfGroup(chat.ChatId),
                    Title = chat.Title,
                    Photo = PhotoMapper.ToBotApi(chat.Photo).OrNull(),
                };
                break;
            case Tl.RequestedPeerChannel channel:
                content.ChatShared = new ChatShared
                {
                    RequestId = shared.ButtonId,
                    ChatId = ChatIds.OfChannel(channel.ChannelId),
                    Title = channel.Title,
                    Username = channel.Username,
                    Photo = PhotoMapper.ToBotApi(channel.Photo).OrNull(),
                };
                break;
        }
    }

    private static SharedUser ToBotApi(Tl.RequestedPeerUser user) => new()
    {
        UserId = user.UserId,
        FirstName = user.FirstName,
        LastName = user.LastName,
        Username = user.Username,
        Photo = PhotoMapper.ToBotApi(user.Photo).OrNull(),
    };
}
