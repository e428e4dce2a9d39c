using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Text;

/// <summary>Whether a message gives a bot a command: <c>/command</c> to every bot of a chat, <c>/command@name</c> to one.</summary>
internal static class Commands
{
    public static bool Addressed(StoredMessage message, Account bot)
    {
        foreach (var entity in message.Entities)
        {
            if (entity is not Tl.MessageEntityBotCommand command)
                continue;
            var text = message.Text.AsSpan(command.Offset, command.Length);
            var at = text.IndexOf('@');
            if (at < 0 || text[(at + 1)..].Equals(bot.Username, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
