using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using TelegramRest.Client.Http;
using TelegramRest.Client.Json;

namespace TelegramRest.Client;

/// <summary>Sends requests to a server and opens the envelopes that come back.</summary>
public abstract partial class TelegramConnection
{
    private static readonly HttpClient Shared = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };

    private readonly HttpClient _http;
    private readonly string _root;
    private readonly string _file;

    private protected TelegramConnection(string? token, TelegramClientOptions? options)
    {
        options ??= new TelegramClientOptions();
        _http = options.HttpClient ?? Shared;
        _root = options.Server.AbsoluteUri.TrimEnd('/');
        var account = options.Account == AccountKind.User ? "/user" : "/bot";
        Account = token is null ? "" : account + Checked(token) + (options.TestEnvironment ? "/test" : "");
        _file = "/file" + Account;
    }

    /// <summary>What the paths of the account's methods begin with.</summary>
    private protected string Account { get; }

    /// <summary>Opens a file by the file_path that getFile answered. The stream comes from the network and has to be disposed of.</summary>
    /// <exception cref="TelegramException">There is no such file.</exception>
    public async Task<Stream> OpenFileAsync(string filePath, CancellationToken cancellationToken = default)
    {
        var path = string.Join('/', filePath.Split('/').Select(Uri.EscapeDataString));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{_root}{_file}/{path}");
        var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return await response.Content.ReadAsStreamAsync(cancellationToken);
        }

        using (response)
        {
            var envelope = await ReadAsync<JsonElement>(response, cancellationToken);
            throw envelope.ToException((int)response.StatusCode);
        }
    }

    private protected async Task<TResult> CallAsync<TResult>(object? parameters, string path, string? idempotencyKey, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _root + path) { Content = RequestContent.Of(parameters) };
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var envelope = await ReadAsync<TResult>(response, cancellationToken);
        return envelope is { Ok: true, Result: { } result } ? result : throw envelope.ToException((int)response.StatusCode);
    }

    /// <summary>A token that would change the path it stands in is refused, without being repeated.</summary>
    private protected static string Checked(string token) =>
        TokenForm().IsMatch(token) ? token : throw new ArgumentException("A token is a number, a colon, and letters, digits, - or _.", nameof(token));

    private static async Task<Envelope<TResult>> ReadAsync<TResult>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/json")
        {
            throw new HttpRequestException($"The server answered {(int)response.StatusCode} and no JSON.", null, response.StatusCode);
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await JsonSerializer.DeserializeAsync<Envelope<TResult>>(body, TelegramJson.Options, cancellationToken)
            ?? throw new JsonException("The server answered null.");
    }

    [GeneratedRegex("^[0-9]+:[A-Za-z0-9_-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex TokenForm();
}
