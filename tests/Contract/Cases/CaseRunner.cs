using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit.Sdk;

namespace TelegramRest.Tests.Contract.Cases;

/// <summary>Sends the cases of one operation, one after the other, and tells which were answered otherwise than the document says.</summary>
/// <param name="api">Where they go.</param>
/// <param name="operation">What is called.</param>
/// <param name="account">Who calls; asked before every request.</param>
/// <param name="person">Who calls where a person should, though bots may.</param>
internal sealed class CaseRunner(ApiClient api, OperationShape operation, Func<Task<ApiAccount>> account, ApiAccount person)
{
    public async Task<IReadOnlyList<string>> RunAsync(IEnumerable<Case> cases)
    {
        var problems = new List<string>();
        foreach (var item in cases)
        {
            try
            {
                if (await JudgeAsync(item) is { } problem)
                {
                    problems.Add(Described(item, problem));
                }
            }
            catch (XunitException broken)
            {
                problems.Add(Described(item, broken.Message));
            }
        }

        if (operation is { IsPending: false, Parameters.Count: > 0 } && await SendBrokenBodyAsync() is { } failure)
        {
            problems.Add(failure);
        }

        return problems;
    }

    private async Task<string?> JudgeAsync(Case item)
    {
        var answer = await SendAsync(item, item.Parameters);
        if (operation.IsPending && !(item.AsUser && !operation.ForUsers))
        {
            return answer.Status == 501 ? null : $"is pending and answers {Short(answer)}";
        }

        if (answer.Status >= 500)
        {
            return $"answers {Short(answer)}";
        }

        return item.Outcome switch
        {
            Outcome.Refused refused when $"400 {refused.Description}" is var expected && Short(answer) != expected => $"answers {Short(answer)}, not {expected}",
            Outcome.Same same when Short(answer) is var found && await AnswersAsync(item, same.Parameters) is var expected && !expected.Contains(found) =>
                $"answers {found}, but {expected[^1]} to {same.Parameters.ToJsonString()}",
            _ => null,
        };
    }

    /// <summary>The answers to other parameters, once or, where the first call may have changed something, twice.</summary>
    private async Task<IReadOnlyList<string>> AnswersAsync(Case item, JsonObject parameters) =>
        [Short(await SendAsync(item, parameters)), Short(await SendAsync(item, parameters))];

    private async Task<Answer> SendAsync(Case item, JsonObject parameters)
    {
        var caller = item.AsUser ? person : await account();
        return item.Style == Style.Multipart
            ? await api.SendAsync(operation.Id, HttpMethod.Post, Path(caller), Multipart(parameters))
            : await api.CallAsync(operation.IsAtRoot ? new ApiAccount("", 0, null) : caller, operation.Id, item.Style, parameters);
    }

    private async Task<string?> SendBrokenBodyAsync()
    {
        using var body = new StringContent("{\"chat_id\":", System.Text.Encoding.UTF8, "application/json");
        var answer = await api.SendAsync(operation.Id, HttpMethod.Post, Path(await account()), body);
        return Short(answer) == "400 Bad Request: can't parse JSON body" ? null : $"{operation.Id} with a broken JSON body answers {Short(answer)}";
    }

    /// <summary>Files come as parts here, everything else as text.</summary>
    private MultipartFormDataContent Multipart(JsonObject parameters)
    {
        var files = operation.Parameters.Where(parameter => parameter.Kind == "file" && parameters.ContainsKey(parameter.Name)).Select(parameter => parameter.Name).ToHashSet();

        // A body without parts is no multipart body.
        var fields = parameters.Count == 0 ? [KeyValuePair.Create("nothing", "")]
            : parameters.Where(parameter => !files.Contains(parameter.Key)).Select(parameter => KeyValuePair.Create(parameter.Key, ApiClient.Text(parameter.Value)));
        return ApiClient.Multipart(
            fields,
            [.. files.Select(name => (name, $"{name}.png", Pictures.Png))]);
    }

    private string Path(ApiAccount caller) => operation.IsAtRoot ? $"/{operation.Id}" : $"{caller.Path}/{operation.Id}";

    private static string Short(Answer answer) => answer.Status == 200 ? "200" : $"{answer.Status} {answer.Description}";

    private string Described(Case item, string problem)
    {
        var parameters = item.Parameters.ToJsonString();
        return $"{operation.Id}, {item.Name}, {item.Style}: {problem}\n    {(parameters.Length > 600 ? parameters[..600] + "…" : parameters)}";
    }
}
