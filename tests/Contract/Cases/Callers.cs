using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;

namespace TelegramRest.Tests.Contract.Cases;

/// <summary>Accounts in the state that an operation asks for.</summary>
internal sealed class Callers(ServerFixture server)
{
    private const string Password = "open sesame";

    private int _signUps;

    /// <summary>Who calls the operation; asked before every request, because some want a fresh account each time.</summary>
    public Func<Task<ApiAccount>> For(OperationShape operation, ApiAccount bot, ApiAccount user) => operation.Id switch
    {
        // Whoever polls again at once is made to wait.
        "getUpdates" => server.Simulator.AddBotAsync,

        // The steps of a login exist only while they are due.
        "authCode" => async () => await BeginAsync((await server.Simulator.AddPersonAsync()).Phone),
        "authPassword" => AwaitingPasswordAsync,
        "registerUser" => AwaitingSignUpAsync,
        _ => () => Task.FromResult(operation.ForBots ? bot : user),
    };

    private async Task<ApiAccount> AwaitingPasswordAsync()
    {
        var person = await server.Simulator.AddPersonAsync(Password);
        return await EnterCodeAsync(await BeginAsync(person.Phone), person);
    }

    private async Task<ApiAccount> AwaitingSignUpAsync()
    {
        var nobody = new Person(0, $"+99966270{Interlocked.Increment(ref _signUps):D2}", "");
        return await EnterCodeAsync(await BeginAsync(nobody.Phone), nobody);
    }

    private async Task<ApiAccount> BeginAsync(string phone)
    {
        var begun = await server.Api.SendAsync("userLogin", HttpMethod.Post, "/userLogin", new FormUrlEncodedContent([KeyValuePair.Create("phone_number", phone)]));
        return new ApiAccount($"/user{(string)begun.Result["token"]!}", 0, null);
    }

    private async Task<ApiAccount> EnterCodeAsync(ApiAccount account, Person person)
    {
        await server.Api.CallAsync(account, "authCode", new JsonObject { ["code"] = await server.Simulator.CodeAsync(person) });
        return account;
    }
}
