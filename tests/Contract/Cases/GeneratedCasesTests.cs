using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Cases;

/// <summary>
/// Every operation, called in every style with the least and with all it takes, and with one constraint broken at a time: the answer
/// is always in the envelope, never a 5xx but 501, and exactly what the document promises for that breach.
/// </summary>
public sealed class GeneratedCasesTests(ServerFixture server) : ContractTest(server)
{
    /// <summary>Printed on failure; the same seed derives the same requests.</summary>
    private const int Seed = 20260714;

    private const int AtOnce = 8;

    public static TheoryData<string> Tags => new(OperationShape.All.Select(operation => operation.Tag).Distinct());

    [Theory]
    [MemberData(nameof(Tags))]
    public async Task The_document_keeps_its_promises(string tag)
    {
        var person = await Simulator.AddPersonAsync();
        var bot = await Simulator.AddBotAsync();
        var user = await Server.LogInAsync(await Simulator.AddPersonAsync());
        using var gate = new SemaphoreSlim(AtOnce);

        var problems = await Task.WhenAll(OperationShape.All.Where(operation => operation.Tag == tag).Select(async operation =>
        {
            await gate.WaitAsync();
            try
            {
                return await RunAsync(operation, bot, user, person);
            }
            finally
            {
                gate.Release();
            }
        }));

        Assert.True(problems.All(list => list.Count == 0), $"seed {Seed}:\n{string.Join('\n', problems.SelectMany(list => list))}");
    }

    private async Task<IReadOnlyList<string>> RunAsync(OperationShape operation, ApiAccount bot, ApiAccount user, Person person)
    {
        // What ends sessions, or decides where updates go, is tried with an account of its own.
        if (operation.Tag is "Account" or "Updates" or "Login")
        {
            bot = await Simulator.AddBotAsync();
            user = await Server.LogInAsync(await Simulator.AddPersonAsync());
        }

        var chat = await Simulator.AddChatAsync("supergroup", person, bot.Id, user.Id);
        var known = new Dictionary<string, JsonNode>
        {
            ["chat_id"] = chat,
            ["from_chat_id"] = chat,
            ["user_id"] = person.Id,
            ["phone_number"] = person.Phone,
        };
        return await new CaseRunner(Api, operation, new Callers(Server).For(operation, bot, user), user).RunAsync(CaseList.Of(operation, known, Seed));
    }
}
