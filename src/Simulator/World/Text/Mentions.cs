using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Text;

/// <summary>Whether a message calls an account by its name.</summary>
internal static class Mentions
{
    public static bool Of(StoredMessage message, Account account)
    {
        foreach (var entity in message.Entities)
        {
            switch (entity)
            {
                case Tl.MessageEntityMentionName name when name.UserId == account.Id:
                    return true;
                case Tl.MessageEntityMention mention when account.Username is { } username
                    && message.Text.AsSpan(mention.Offset + 1, mention.Length - 1).Equals(username, StringComparison.OrdinalIgnoreCase):
                    return true;
                default:
                    break;
            }
        }

        return false;
    }
}
