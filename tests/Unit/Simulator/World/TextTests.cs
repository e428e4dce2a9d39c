using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.World.Text;

namespace TelegramRest.Tests.Unit.Simulator.World;

public sealed class TextTests
{
    [Theory]
    [InlineData("hello @someone!", "Mention:@someone")]
    [InlineData("a@b", "")]
    [InlineData("write to me@example.com now", "Email:me@example.com")]
    [InlineData("/start and /help@echo_bot, not a/b", "BotCommand:/start BotCommand:/help@echo_bot")]
    [InlineData("#tag and #123 and $USD", "Hashtag:#tag Cashtag:$USD")]
    [InlineData("see https://example.com/a?b=c, or example.org.", "Url:https://example.com/a?b=c Url:example.org")]
    [InlineData("file.txt is none, http://localhost:8080/x is", "Url:http://localhost:8080/x")]
    [InlineData("plain words", "")]
    public void Marks_are_found(string text, string expected)
    {
        var found = TextRules.Clean(text, null, _ => null).Entities.Select(entity => $"{entity.GetType().Name["MessageEntity".Length..]}:{Slice(text, entity)}");

        Assert.Equal(expected, string.Join(' ', found));
    }

    [Fact]
    public void White_space_around_goes_and_marks_move_with_the_text()
    {
        var cleaned = TextRules.Clean("  bold text \n", [new Tl.MessageEntityBold { Offset = 0, Length = 6 }, new Tl.MessageEntityItalic { Offset = 7, Length = 6 }], _ => null);

        Assert.Equal("bold text", cleaned.Text);
        Assert.Equal([(0, 4), (5, 4)], cleaned.Entities.Select(EntitySpan.Of));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 6)]
    [InlineData(0, 0)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Marks_outside_the_text_are_refused(int offset, int length)
    {
        var error = Assert.Throws<RpcError>(() => TextRules.Clean("hello", [new Tl.MessageEntityBold { Offset = offset, Length = length }], _ => null));

        Assert.Equal("ENTITY_BOUNDS_INVALID", error.Message);
    }

    [Fact]
    public void Nothing_is_found_inside_code()
    {
        var cleaned = TextRules.Clean("@someone", [new Tl.MessageEntityCode { Offset = 0, Length = 8 }], _ => null);

        Assert.IsType<Tl.MessageEntityCode>(Assert.Single(cleaned.Entities));
    }

    [Fact]
    public async Task Long_text_and_empty_text_are_refused()
    {
        await using var world = TestWorld.Open();
        var ann = await world.PersonAsync("Ann");
        var client = world.LogIn(ann);

        Assert.Equal("MESSAGE_EMPTY", (await client.FailAsync(world.Text(client, ann.Peer, " \n "))).Message);
        Assert.Equal("MESSAGE_TOO_LONG", (await client.FailAsync(world.Text(client, ann.Peer, new string('a', 4097)))).Message);
        await world.SendAsync(client, ann.Peer, string.Concat(Enumerable.Repeat("😀", 4096)));
    }

    private static string Slice(string text, Tl.MessageEntityBase entity)
    {
        var (offset, length) = EntitySpan.Of(entity);
        return text.Substring(offset, length);
    }
}
