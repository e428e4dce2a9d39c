using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TelegramRest.Tests.Unit.Simulator.World;

/// <summary>Media that the simulator fetches by itself, from a web server of this machine.</summary>
public sealed class ExternalMediaTests : IAsyncLifetime
{
    private WebApplication _site = null!;

    private string Url => _site.Urls.First();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _site = builder.Build();
        _site.MapGet("/photo.png", () => Results.Bytes(Images.Png(30, 20), "image/png"));
        _site.MapGet("/clip.gif", () => Results.Bytes([.. "GIF89a"u8, 3, 0, 2, 0, 0, .. new byte[20]], "image/gif"));
        _site.MapGet("/paper.pdf", () => Results.Bytes(Encoding.ASCII.GetBytes("%PDF-1.7"), "application/octet-stream"));
        _site.MapGet("/large", () => Results.Bytes(new byte[5 * 1024 * 1024 + 1], "image/png"));
        _site.MapGet("/page", () => Results.Content(
            $"""<html><head><title>A &amp; B</title><meta property="og:description" content="About it"><meta property="og:image" content="/photo.png"></head></html>""",
            "text/html"));
        await _site.StartAsync();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Photo_is_fetched()
    {
        await using var world = TestWorld.Open();
        var client = world.LogIn(await world.PersonAsync("Ann"));

        var media = Assert.IsType<Tl.MessageMediaPhoto>(await SendAsync(world, client, new Tl.InputMediaPhotoExternal { Url = $"{Url}/photo.png" }));

        Assert.Equal((30, 20), ((Tl.Photo)media.Photo!).Sizes.OfType<Tl.PhotoSize>().Select(size => (size.W, size.H)).Single());
    }

    [Fact]
    public async Task Documents_are_described_by_their_content()
    {
        await using var world = TestWorld.Open();
        var client = world.LogIn(await world.PersonAsync("Ann"));

        var clip = Assert.IsType<Tl.MessageMediaDocument>(await SendAsync(world, client, new Tl.InputMediaDocumentExternal { Url = $"{Url}/clip.gif" }));
        var paper = Assert.IsType<Tl.MessageMediaDocument>(await SendAsync(world, client, new Tl.InputMediaDocumentExternal { Url = $"{Url}/paper.pdf" }));

        Assert.Contains(((Tl.Document)clip.Document!).Attributes, attribute => attribute is Tl.DocumentAttributeAnimated);
        Assert.Equal("application/pdf", ((Tl.Document)paper.Document!).MimeType);
    }

    [Theory]
    [InlineData("/gone", "WEBPAGE_CURL_FAILED")]
    [InlineData("/large", "WEBPAGE_CURL_FAILED")]
    [InlineData("/page", "WEBPAGE_MEDIA_EMPTY")]
    [InlineData("/paper.pdf", "WEBPAGE_MEDIA_EMPTY")]
    public async Task What_is_no_photo_is_refused(string path, string error)
    {
        await using var world = TestWorld.Open();
        var client = world.LogIn(await world.PersonAsync("Ann"));

        Assert.Equal(error, (await client.FailAsync(Method(world, new Tl.InputMediaPhotoExternal { Url = Url + path }))).Message);
        Assert.Equal("EXTERNAL_URL_INVALID", (await client.FailAsync(Method(world, new Tl.InputMediaPhotoExternal { Url = "ftp://127.0.0.1/a.png" }))).Message);
    }

    [Fact]
    public async Task Page_of_this_machine_gets_a_preview_and_another_none()
    {
        await using var world = TestWorld.Open();
        var client = world.LogIn(await world.PersonAsync("Ann"));

        var here = Assert.IsType<Tl.MessageMediaWebPage>(await SendAsync(world, client, new Tl.InputMediaWebPage { Url = $"{Url}/page" }));
        var elsewhere = Assert.IsType<Tl.MessageMediaWebPage>(await SendAsync(world, client, new Tl.InputMediaWebPage { Url = "https://example.com/" }));
        var missing = await SendAsync(world, client, new Tl.InputMediaWebPage { Url = $"{Url}/gone", Optional = true });

        var page = Assert.IsType<Tl.WebPage>(here.Webpage);
        Assert.Equal(("A & B", "About it", true), (page.Title, page.Description, page.Photo is Tl.Photo));
        Assert.Equal("https://example.com/", Assert.IsType<Tl.WebPageEmpty>(elsewhere.Webpage).Url);
        Assert.Null(missing);
    }

    private static Tl.Messages.SendMedia Method(TestWorld world, Tl.InputMediaBase media) => new() { Peer = new Tl.InputPeerSelf(), Media = media, Message = "text", RandomId = world.NextRandom() };

    private static async Task<Tl.MessageMediaBase?> SendAsync(TestWorld world, TestClient client, Tl.InputMediaBase media) => TestWorld.Message(await client.CallAsync(Method(world, media))).Media;
}
