using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.World;

namespace TelegramRest.Simulator.Control;

/// <summary><c>POST /simulator/bots</c>: what BotFather does.</summary>
internal sealed class CreateBot(SimulatorWorld world)
{
    public async Task<CreateBotResponse> RunAsync(CreateBotRequest request, CancellationToken cancellationToken) => await world.ChangeAsync(
        () =>
        {
            if (string.IsNullOrWhiteSpace(request.Name))
                throw ControlException.Bad("A bot needs a name.");
            if (request.Username is { } wanted && (!Usernames.IsValid(wanted) || !wanted.EndsWith("bot", StringComparison.OrdinalIgnoreCase)))
                throw ControlException.Bad("A bot's username has 5 to 32 Latin letters, digits or underscores and ends in 'bot'.");
            if (request.Username is { } taken && world.Roster.ByUsername(taken) is not null)
                throw ControlException.Bad($"The username {taken} is taken.");
            DataCenters.Require(request.Dc);
            if (request.Owner is { } owner)
                ChatNames.Person(world, owner);
            var bot = world.Roster.AddBot(request.Name.Trim(), request.Owner, request.Dc ?? world.MainDc);
            var username = request.Username ?? $"b{bot.Id}_bot";
            world.Roster.Rename(bot.Peer, null, username);
            bot.Username = username;
            bot.Bot!.Privacy = request.Privacy ?? true;
            (bot.Bot.InlinePlaceholder, bot.Bot.InlineFeedback, bot.Bot.InlineGeo) = (request.InlinePlaceholder, request.InlineFeedback, request.InlineGeo);
            (bot.Bot.GuestChats, bot.Bot.Business) = (request.GuestChats, request.Business);
            world.Rows.Save(bot);
            return new CreateBotResponse(bot.Id, username, bot.Bot.Token);
        },
        cancellationToken);
}
