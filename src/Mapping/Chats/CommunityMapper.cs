using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Chats;

/// <summary>Communities, which hold chats together.</summary>
/// <remarks>https://core.telegram.org/bots/api#community</remarks>
internal static class CommunityMapper
{
    public static Community ToBotApi(long communityId, PeerIndex peers) => new() { Id = communityId, Name = peers.CommunityTitle(communityId) ?? "" };
}
