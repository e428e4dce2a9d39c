using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace TelegramRest.Tests.Contract.Contributing;

/// <summary>"Add an operation in five steps" of CONTRIBUTING.md, followed with a small operation in a copy of the repository.</summary>
public sealed class FiveStepsTests
{
    private const string Path = """
          /greet:
            post:
              operationId: greet
              tags: [Account]
              summary: Greets somebody in the name of the account.
              description: Nothing is sent to anyone.
              x-accounts: [bot, user]
              requestBody:
                required: true
                content:
                  application/json:
                    schema: { $ref: '#/components/schemas/GreetRequest' }
                    example: { name: Ada }
                  application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/GreetRequest' } }
              responses:
                '200':
                  description: The result in its envelope.
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [ok, result]
                        properties:
                          ok: { '$ref': '#/components/schemas/TrueLiteral' }
                          result: { type: string }
                      example: { ok: true, result: 'Hello, Ada! I am Parcel Bot.' }
                default: { $ref: '#/components/responses/Error' }

        """;

    private const string Schema = """
            GreetRequest:
              type: object
              description: Parameters of greet.
              required: [name]
              properties:
                name: { type: string, minLength: 1, description: Who is greeted., x-on-violation: error, x-error: Name is empty }

        """;

    private const string Handler = """
        using TelegramRest.Accounts;
        using TelegramRest.BotApi;

        namespace TelegramRest.Handlers.Account;

        /// <summary>Answered from what the login brought.</summary>
        internal sealed class GreetHandler(IAccount account) : IHandler<GreetRequest, string>
        {
            public Task<string> HandleAsync(GreetRequest request, CancellationToken cancellationToken) =>
                Task.FromResult($"Hello, {request.Name}! I am {account.Self.FirstName}.");
        }
        """;

    [Fact]
    public async Task An_operation_is_described_built_written_and_called()
    {
        using var tree = new TreeCopy();

        // 1. Describe it.
        tree.InsertBefore("spec/openapi.yaml", "components:", Path);
        tree.InsertBefore("spec/openapi.yaml", "    Update:", Schema);

        // 2. Build: the registration names the handler that is missing.
        Assert.Equal("", await tree.BuildAsync("BotApi"));
        Assert.Contains("GreetHandler", await tree.BuildAsync("Handlers"), StringComparison.Ordinal);

        // 3. Write the handler. (4. It calls nothing that the simulator does not know.)
        tree.Write("src/Handlers/Account/GreetHandler.cs", Handler);
        Assert.Equal("", await tree.BuildAsync("Handlers"));
        Assert.Equal("", await tree.BuildAsync("Server"));

        // 5. Raw HTTP in, raw JSON out.
        using var server = await RunningServer.StartAsync(tree.Server);
        using var made = await server.Http.PostAsJsonAsync(new Uri("/simulator/bots", UriKind.Relative), new JsonObject { ["name"] = "Toy Bot", ["username"] = "toy_bot" });
        var bot = $"/bot{(string)JsonNode.Parse(await made.Content.ReadAsStringAsync())!["token"]!}";

        Assert.Equal("""{"ok":true,"result":"Hello, Ada! I am Toy Bot."}""", await server.Http.GetStringAsync(new Uri($"{bot}/greet?name=Ada", UriKind.Relative)));

        using var refused = await server.Http.PostAsync(new Uri($"{bot}/greet", UriKind.Relative), null);
        Assert.Equal("""{"ok":false,"error_code":400,"description":"Bad Request: name is empty"}""", await refused.Content.ReadAsStringAsync());

        Assert.Contains("\"/greet\"", await server.Http.GetStringAsync(new Uri("/openapi.json", UriKind.Relative)), StringComparison.Ordinal);
    }
}
