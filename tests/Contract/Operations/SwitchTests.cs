using System.Net;
using System.Net.Sockets;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Operations;

/// <summary>Flags that change what the server answers.</summary>
public sealed class SwitchTests
{
    [Fact]
    public async Task Without_users_there_is_no_login()
    {
        await using var own = await OwnServer.StartAsync(options => options.AllowUsers = false);
        const string description = "Method Not Allowed: Users are not allowed to use the api";

        (await own.Fixture.Api.SendAsync("userLogin", HttpMethod.Get, "/userLogin?phone_number=%2B9996620001", null)).Fails(405, description);
        (await own.Fixture.Api.SendAsync("getMe", HttpMethod.Get, "/user1234567890123:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/getMe", null)).Fails(405, description);
    }

    [Fact]
    public async Task A_filtered_bot_is_misdirected()
    {
        await using var own = await OwnServer.StartAsync(options => (options.FilterRemainder, options.FilterModulo) = (0, 1_000_000_007));
        var bot = await own.Fixture.Simulator.AddBotAsync();

        (await own.Fixture.Api.CallAsync(bot, "getMe")).Fails(421, "Misdirected Request: unallowed token specified");
    }

    [Fact]
    public async Task One_address_may_not_try_many_tokens()
    {
        await using var own = await OwnServer.StartAsync(options => options.LimitNewAccounts = true);
        using var http = new HttpClient { BaseAddress = own.Fixture.Url };
        http.DefaultRequestHeaders.Add("X-Real-IP", "8.8.8.8");

        var statuses = new List<HttpStatusCode>();
        for (var number = 1; number <= 21; number++)
        {
            using var response = await http.GetAsync(new Uri($"/bot{number}:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/getMe", UriKind.Relative));
            statuses.Add(response.StatusCode);
        }

        Assert.Equal(Enumerable.Repeat(HttpStatusCode.Unauthorized, 20).Append(HttpStatusCode.TooManyRequests), statuses);
    }

    [Fact]
    public async Task The_statistics_count_and_name_nobody()
    {
        var port = FreePort();
        await using var own = await OwnServer.StartAsync(options => options.StatPort = port);
        var bot = await own.Fixture.Simulator.AddBotAsync();
        await own.Fixture.Api.CallAsync(bot, "getMe");
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        var metrics = await http.GetStringAsync(new Uri("/metrics", UriKind.Relative));

        Assert.Contains("\ntelegram_rest_accounts 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("telegram_rest_answers_total{class=\"2xx\"}", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Token, metrics, StringComparison.Ordinal);
        Assert.Equal("ok\n", await http.GetStringAsync(new Uri("/healthz", UriKind.Relative)));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri($"{bot.Path}/getMe", UriKind.Relative))).StatusCode);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
