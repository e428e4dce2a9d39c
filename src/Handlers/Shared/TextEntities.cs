using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Shared;

/// <summary>A text's entities on their way to Telegram; the users that they mention have to be addressed first.</summary>
internal sealed class TextEntities(IAccount account)
{
    /// <returns>Null when there are none. Mentions of users whom the account has never met are left out.</returns>
    public async Task<Tl.MessageEntityBase[]?> ToTlAsync(FormattedText text, CancellationToken cancellationToken)
    {
        var users = new Dictionary<long, Tl.InputUserBase>();
        foreach (var id in text.Entities.Where(entity => entity.Type == TextEntityType.MentionName).Select(entity => entity.Id).Distinct())
        {
            if (await FindAsync(id, cancellationToken) is { } user)
                users[id] = user;
        }

        return EntityMapper.ToTl(text.Entities, users.GetValueOrDefault);
    }

    /// <summary>A text of a poll or the like, which carries its entities with it.</summary>
    public async Task<Tl.TextWithEntities> ToTextAsync(FormattedText text, CancellationToken cancellationToken) =>
        new() { Text = text.Text, Entities = await ToTlAsync(text, cancellationToken) ?? [] };

    /// <summary>A user by id; null when nobody is known by it.</summary>
    public async Task<Tl.InputUserBase?> FindAsync(long userId, CancellationToken cancellationToken)
    {
        try
        {
            return (await account.Peers.ResolveUserAsync(userId, cancellationToken)).Input;
        }
        catch (BotApiException exception) when (exception.Code == 400)
        {
            return null;
        }
    }
}
