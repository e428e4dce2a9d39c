using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Logins;

namespace TelegramRest.Simulator.Control;

/// <summary><c>GET /simulator/users/{phone_number}/code</c>: a look at the phone.</summary>
internal sealed class GetCode(SimulatorWorld world)
{
    public CodeResponse Run(string phoneNumber)
    {
        lock (world.Gate)
            return new CodeResponse(world.Logins.LastCode(Phones.Normalize(phoneNumber))?.Code ?? throw ControlException.Missing("No code was sent to that number."));
    }
}
