using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace TelegramRest.Tests.Contract.Harness;

/// <summary>Raw HTTP to the API.</summary>
public sealed class ApiClient(HttpClient http, SpecDocument spec)
{
    /// <summary>POST with a JSON object.</summary>
    public Task<Answer> CallAsync(ApiAccount account, string operation, JsonObject? parameters = null) =>
        CallAsync(account, operation, Style.Json, parameters);

    /// <summary>The same parameters in any of the ways that a request can bring them.</summary>
    public Task<Answer> CallAsync(ApiAccount account, string operation, Style style, JsonObject? parameters = null)
    {
        var path = $"{account.Path}/{operation}";
        var fields = (parameters ?? []).Select(field => KeyValuePair.Create(field.Key, Text(field.Value))).ToList();
        return style switch
        {
            Style.Query => SendAsync(operation, HttpMethod.Get, $"{path}?{string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"))}", null),
            Style.UrlEncoded => SendAsync(operation, HttpMethod.Post, path, new FormUrlEncodedContent(fields)),
            Style.UrlEncodedGet => SendAsync(operation, HttpMethod.Get, path, new FormUrlEncodedContent(fields)),
            Style.Multipart => SendAsync(operation, HttpMethod.Post, path, Multipart(fields)),
            _ => SendAsync(operation, HttpMethod.Post, path, new StringContent((parameters ?? []).ToJsonString(), Encoding.UTF8, "application/json")),
        };
    }

    /// <summary>POST with a JSON object and an Idempotency-Key.</summary>
    public Task<Answer> CallOnceAsync(ApiAccount account, string key, string operation, JsonObject parameters) => SendAsync(
        operation, HttpMethod.Post, $"{account.Path}/{operation}", new StringContent(parameters.ToJsonString(), Encoding.UTF8, "application/json"), key);

    public async Task<Answer> SendAsync(string operation, HttpMethod method, string target, HttpContent? content, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(method, target) { Content = content };
        if (idempotencyKey is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        using var response = await http.SendAsync(request);
        var answer = new Answer((int)response.StatusCode, response.Headers, await response.Content.ReadAsStringAsync());
        spec.Check(operation, answer.Status, response.Content.Headers.ContentType, answer.Body);
        return answer;
    }

    /// <summary>A multipart body of values and files.</summary>
    public static MultipartFormDataContent Multipart(IEnumerable<KeyValuePair<string, string>> fields, params (string Field, string FileName, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value, Encoding.UTF8), $"\"{name}\"");
        foreach (var (field, fileName, bytes) in files)
        {
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{field}\"", FileName = $"\"{fileName}\"" };
            file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(file);
        }

        return form;
    }

    /// <summary>A parameter as forms write it: text as it is, everything else as JSON.</summary>
    public static string Text(JsonNode? value) => value is JsonValue scalar && scalar.TryGetValue(out string? text) ? text : value?.ToJsonString() ?? "null";
}
