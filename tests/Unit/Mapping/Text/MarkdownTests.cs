using TelegramRest.BotApi;
using TelegramRest.Mapping.Text;
using Xunit;

namespace TelegramRest.Tests.Unit.Mapping.Text;

public class MarkdownTests
{
    [Theory]
    [InlineData("*a_b*", "a_b | Bold 0..3")]
    [InlineData("_a_ b", "a b | Italic 0..1")]
    [InlineData("`a*b`", "a*b | Code 0..3")]
    [InlineData("[x](tg://user?id=5)", "x | MentionName(5) 0..1")]
    [InlineData("[x](example.com)", "x | TextUrl(http://example.com/) 0..1")]
    [InlineData("[example.com]", "example.com | TextUrl(http://example.com/) 0..11")]
    [InlineData("[x](no url)", "x")]
    [InlineData("[](a.b)", "(a.b)")]
    [InlineData("[x](a.b", "x | TextUrl(http://a.b/) 0..1")]
    [InlineData("**", "")]
    [InlineData(@"\*a\_\[\`\]", @"*a_[`\]")]
    [InlineData("```x```", "x | Pre 0..1")]
    [InlineData("```py\nx```", "x | PreCode(py) 0..1")]
    [InlineData("```py```", "py | Pre 0..2")]
    [InlineData("```\r\nx```", "x | Pre 0..1")]
    [InlineData("\U0001F600*b*", "\U0001F600b | Bold 2..3")]
    public void Markup_becomes_entities(string source, string expected) =>
        Assert.Equal(expected, Shown.Of(TextParser.Parse(source, "Markdown", null)));

    [Theory]
    [InlineData("*x", 0)]
    [InlineData("é*x", 2)]
    [InlineData("a [b", 2)]
    [InlineData("```x`", 0)]
    public void Open_markers_are_errors_at_their_byte(string source, int offset)
    {
        var error = Assert.Throws<BotApiException>(() => TextParser.Parse(source, "markdown", null));
        Assert.Equal($"Bad Request: can't parse entities: Can't find end of the entity starting at byte offset {offset}", error.Description);
    }
}
