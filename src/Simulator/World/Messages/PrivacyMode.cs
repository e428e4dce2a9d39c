using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Text;

namespace TelegramRest.Simulator.World.Messages;

/// <summary>
/// What a bot does not get to see in groups: other bots' messages always, and with privacy mode everything that is not meant for it
/// (https://core.telegram.org/bots/features#privacy-mode).
/// </summary>
internal static class PrivacyMode
{
    public static bool Hides(SimulatorWorld world, Account member, StoredMessage message, Group group) =>
        Hides(world, member, message, admin: group.Members.GetValueOrDefault(member.Id) is { Admin: true } || group.CreatorId == member.Id);

    public static bool Hides(SimulatorWorld world, Account member, StoredMessage message, Channel supergroup) =>
        Hides(world, member, message, admin: supergroup.Find(member.Id) is { IsAdmin: true });

    private static bool Hides(SimulatorWorld world, Account member, StoredMessage message, bool admin)
    {
        if (member.Bot is not { } bot || message.SenderId == member.Id || message.Action is not null)
            return false;
        if (world.Roster.Account(message.SenderId) is { IsBot: true })
            return true;
        if (!bot.Privacy || admin || message.ViaBotId == member.Id)
            return false;
        if (message.Reply is { } reply && world.Boxes.Message(reply.Uid) is { } replied && replied.SenderId == member.Id)
            return false;
        return !Mentions.Of(message, member) && !Commands.Addressed(message, member);
    }
}
