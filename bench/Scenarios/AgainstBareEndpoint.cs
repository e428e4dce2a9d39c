using System.Globalization;

namespace TelegramRest.Bench.Scenarios;

/// <summary>The comparison that most budgets ask for: the same bytes from the server and from a bare endpoint, by the same client.</summary>
internal static class AgainstBareEndpoint
{
    /// <param name="rig">Where both run.</param>
    /// <param name="what">The line's name.</param>
    /// <param name="requests">How many are measured.</param>
    /// <param name="budget">The most that the server may cost, as a multiple of the bare endpoint.</param>
    /// <param name="target">The server's path and query for the n-th request.</param>
    /// <param name="json">The request's JSON body, or null for a GET.</param>
    public static async Task<IReadOnlyList<Row>> CompareAsync(Rig rig, string what, int requests, double budget, Func<int, string> target, string? json = null)
    {
        using var client = Load.NewClient();
        var body = await SendAsync(client, new Uri(rig.ServerUri, target(0)), json);
        var (bare, bareUri) = await rig.StartBareEndpointAsync(body);
        await using var _ = bare;

        var measured = await Load.ProcessorMicrosecondsAsync(rig.Server, requests, (http, number) => SendAsync(http, new Uri(rig.ServerUri, target(number)), json));
        var reference = await Load.ProcessorMicrosecondsAsync(bare, requests, (http, number) => SendAsync(http, new Uri(bareUri, target(number)), json));
        return [new Row(what, Microseconds(measured), Microseconds(reference), string.Create(CultureInfo.InvariantCulture, $"{measured / reference:0.00}×"),
            string.Create(CultureInfo.InvariantCulture, $"≤ {budget}×"))];
    }

    private static string Microseconds(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.0} µs CPU");

    private static async Task<byte[]> SendAsync(HttpClient client, Uri uri, string? json)
    {
        using var message = new HttpRequestMessage(json is null ? HttpMethod.Get : HttpMethod.Post, uri);
        message.Content = json is null ? null : new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(message);
        return await response.Content.ReadAsByteArrayAsync();
    }
}
