using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Logins;

namespace TelegramRest.Simulator.Control;

/// <summary><c>POST /simulator/users</c>: somebody with a phone number and an account.</summary>
internal sealed class CreateUser(SimulatorWorld world)
{
    public async Task<IdResponse> RunAsync(CreateUserRequest request, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.FirstName))
            throw ControlException.Bad("A person needs a first name.");

        // Stretching the password takes long enough to keep it out of the world's lock.
        var verifier = string.IsNullOrEmpty(request.Password) ? null : SrpGroup.NewVerifier(request.Password, request.PasswordHint ?? "", null);
        return await world.ChangeAsync(
            () =>
            {
                DataCenters.Require(request.Dc);
                var phone = Phones.Normalize(request.PhoneNumber);
                if (world.Roster.ByPhone(phone) is not null)
                    throw ControlException.Bad("The phone number is taken.");
                if (request.Username is { } username && (!Usernames.IsValid(username) || world.Roster.ByUsername(username) is not null))
                    throw ControlException.Bad($"The username {username} is invalid or taken.");
                var person = world.Roster.AddPerson(phone, request.FirstName.Trim(), request.LastName?.Trim() ?? "", request.Dc ?? world.MainDc);
                world.Roster.Rename(person.Peer, null, request.Username);
                person.Username = request.Username;
                person.Password = verifier;
                world.Rows.Save(person);
                return new IdResponse(person.Id);
            },
            cancellationToken);
    }
}
