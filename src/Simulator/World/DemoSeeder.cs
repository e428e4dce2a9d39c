using TelegramRest.Simulator.World.Messages;

namespace TelegramRest.Simulator.World;

/// <summary>Makes the demo bot and person once; a world with state finds them again by name and number.</summary>
internal sealed class DemoSeeder(SimulatorWorld world)
{
    private const string BotUsername = "demo_bot";

    // Telegram's own pattern for test accounts, 99966XYYYY with X the data centre, belongs to nobody.
    private const string Phone = "9996621234";

    public DemoSeed Ensure()
    {
        var bot = world.Roster.ByUsername(BotUsername) is { } peer ? world.Roster.Account(peer.Id) : null;
        if (bot is null)
        {
            bot = world.Roster.AddBot("Demo Bot", ownerId: null, world.MainDc);
            world.Roster.Rename(bot.Peer, null, BotUsername);
            bot.Username = BotUsername;
            world.Rows.Save(bot);
        }

        var person = world.Roster.ByPhone(Phone);
        if (person is null)
        {
            person = world.Roster.AddPerson(Phone, "Demo", "Person", world.MainDc);
            world.Posts.Send(person, bot.Peer, new Draft { Text = "/start", Entities = [new Tl.MessageEntityBotCommand { Offset = 0, Length = 6 }] });
        }

        return new DemoSeed(bot.Id, BotUsername, bot.Bot!.Token, person.Id, "+" + Phone);
    }
}
