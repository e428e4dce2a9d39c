using System.Net;
using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Docs;

public sealed class DocsTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("/docs", "text/html; charset=utf-8")]
    [InlineData("/docs/start.js", "text/javascript; charset=utf-8")]
    [InlineData("/docs/scalar.js", "text/javascript; charset=utf-8")]
    [InlineData("/openapi.yaml", "application/yaml; charset=utf-8")]
    [InlineData("/openapi.json", "application/json; charset=utf-8")]
    public async Task A_page_is_served(string path, string contentType)
    {
        using var response = await Server.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType?.ToString());
        Assert.NotEmpty(await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_root_leads_to_the_documentation()
    {
        using var response = await Server.Http.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal("/docs", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_page_may_load_from_here_only()
    {
        using var response = await Server.Http.GetAsync(new Uri("/docs", UriKind.Relative));

        Assert.Contains("default-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_tells_how_to_move()
    {
        var document = JsonNode.Parse(await Server.Http.GetStringAsync(new Uri("/openapi.json", UriKind.Relative)))!;

        Assert.Contains("logOut", (string)document["info"]!["description"]!, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task An_operation_can_be_tried_in_a_browser_without_the_internet()
    {
        var bot = await Simulator.AddBotAsync();
        await using var browser = await Browser.OpenAsync(new Uri(Server.Url, "/docs"));

        await browser.UntilAsync("!!document.querySelector('input[placeholder=value]')");
        await browser.EvaluateAsync(
            $$"""
            (() => {
              const token = document.querySelector('input[placeholder=value]');
              token.focus();
              token.value = '{{bot.Token}}';
              token.dispatchEvent(new Event('input', { bubbles: true }));
              token.dispatchEvent(new Event('change', { bubbles: true }));
              token.blur();
            })()
            """);
        await ClickAsync(browser, "aside a, aside button", "text === 'Account'");
        await ClickAsync(browser, "aside a, aside button", "text.startsWith('/getMe')");
        await ClickAsync(browser, "button", "text.startsWith('Test Request') && text.includes('/getMe')");
        await ClickAsync(browser, "button", "text.startsWith('Send')");

        await browser.UntilAsync($"document.body.innerText.includes('{bot.Username}')");
    }

    private static Task<JsonNode> ClickAsync(Browser browser, string selector, string condition) => browser.UntilAsync(
        $$"""
        (() => {
          const found = [...document.querySelectorAll('{{selector}}')].filter(element => {
            const text = element.innerText.trim().replace(/\s+/g, ' ');
            return {{condition}};
          }).at(-1);
          found?.scrollIntoView();
          found?.click();
          return !!found;
        })()
        """);
}
