using TelegramRest.Accounts;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;
using TelegramRest.Mapping.Keyboards;

namespace TelegramRest.Handlers.Shared;

/// <summary>Reply markup on its way to Telegram: whom its buttons name is looked up before it is mapped.</summary>
/// <remarks>https://core.telegram.org/bots/features#keyboards</remarks>
internal sealed class Keyboards(IAccount account, TextEntities users)
{
    /// <summary>Finds the bots of login buttons. Done before the chat is looked up: an unknown bot is reported first.</summary>
    /// <exception cref="BotApiException">400 <c>bot "name" not found</c>.</exception>
    public async Task<IReadOnlyDictionary<string, Tl.InputUserBase>> FindBotsAsync(ReplyMarkup? markup, CancellationToken cancellationToken)
    {
        var bots = new Dictionary<string, Tl.InputUserBase>(StringComparer.OrdinalIgnoreCase);
        foreach (var username in ReplyMarkupMapper.BotUsernames(markup))
            bots[username] = await FindBotAsync(username, cancellationToken) ?? throw BotApiException.BadRequest($"bot \"{username}\" not found");

        return bots;
    }

    /// <param name="markup">As requested; null for none.</param>
    /// <param name="chat">Where it is to stand; null for an inline message.</param>
    /// <param name="bots">From <see cref="FindBotsAsync"/>.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Tl.ReplyMarkupBase?> ToTlAsync(
        ReplyMarkup? markup, PeerRef? chat, IReadOnlyDictionary<string, Tl.InputUserBase> bots, CancellationToken cancellationToken)
    {
        if (markup is null)
            return null;

        var linked = new Dictionary<long, Tl.InputUserBase>();
        foreach (var id in ReplyMarkupMapper.UserIds(markup))
        {
            if (await users.FindAsync(id, cancellationToken) is { } user)
                linked[id] = user;
        }

        return ReplyMarkupMapper.ToTl(markup, new KeyboardContext
        {
            IsPrivateChat = chat is null or UserPeer,
            IsChannel = chat is ChannelPeer { Broadcast: true },
            IsTest = account.IsTest,
            FindUser = linked.GetValueOrDefault,
            FindBot = bots.GetValueOrDefault,
        });
    }

    private async Task<Tl.InputUserBase?> FindBotAsync(string username, CancellationToken cancellationToken)
    {
        try
        {
            var chat = await account.Peers.ResolveChatAsync(ChatId.Parse("@" + username.TrimStart('@')), ChatAccess.Read, cancellationToken);
            return chat is UserPeer { User.Bot: true } bot ? bot.Input : null;
        }
        catch (BotApiException exception) when (exception.Code == 400)
        {
            return null;
        }
    }
}
