using TelegramRest.BotApi;
using TelegramRest.Mapping.Text;
using Xunit;

namespace TelegramRest.Tests.Unit.Mapping.Text;

public class MarkdownV2Tests
{
    [Theory]
    [InlineData("*b _i_*", "b i | Bold 0..3, Italic 2..3")]
    [InlineData("__u__ ~s~ ||p||", "u s p | Underline 0..1, Strikethrough 2..3, Spoiler 4..5")]
    [InlineData("__u _i_**__", "u i | Underline 0..3, Italic 2..3")]
    [InlineData("`a.b!`", "a.b! | Code 0..4")]
    [InlineData(@"`a\`b`", "a`b | Code 0..3")]
    [InlineData("```py\na.b```", "a.b | PreCode(py) 0..3")]
    [InlineData(@"[x](http://a.b/\))", "x | TextUrl(http://a.b/)) 0..1")]
    [InlineData("[x](tg://user?id=5)", "x | MentionName(5) 0..1")]
    [InlineData("[a](not a url)", "a")]
    [InlineData("![e](tg://emoji?id=77)", "e | CustomEmoji(77) 0..1")]
    [InlineData("![d](tg://time?unix=1700000000&format=wDT)", "d | Date(1700000000) 0..1")]
    [InlineData(@"\*\.\!", "*.!")]
    [InlineData("*", null)]
    [InlineData("**", "")]
    public void Markup_becomes_entities(string source, string? expected)
    {
        if (expected == null)
            Assert.Throws<BotApiException>(() => TextParser.Parse(source, "MarkdownV2", null));
        else
            Assert.Equal(expected, Shown.Of(TextParser.Parse(source, "MarkdownV2", null)));
    }

    [Theory]
    [InlineData(">q1\n>q2||", "q1\nq2 | ExpandableBlockQuote 0..5")]
    [InlineData(">q1\n>q2", "q1\nq2 | BlockQuote 0..5")]
    [InlineData(">q1\nx", "q1\nx | BlockQuote 0..3")]
    [InlineData(">q1\n**>q2", "q1\nq2 | BlockQuote 0..3, BlockQuote 3..5")]
    [InlineData(">q||\nx", "q\nx | ExpandableBlockQuote 0..2")]
    [InlineData(">*b* `c`\n", "b c\n | BlockQuote 0..4, Bold 0..1, Code 2..3")]
    [InlineData("a\n>b", "a\nb | BlockQuote 2..3")]
    [InlineData(">||s||", "s | BlockQuote 0..1, Spoiler 0..1")]
    public void Lines_with_an_angle_are_quotes(string source, string expected) =>
        Assert.Equal(expected, Shown.Of(TextParser.Parse(source, "MarkdownV2", null)));

    [Theory]
    [InlineData("a.b", "Character '.' is reserved and must be escaped with the preceding '\\'")]
    [InlineData("a > b", "Character '>' is reserved and must be escaped with the preceding '\\'")]
    [InlineData("a|b", "Character '|' is reserved and must be escaped with the preceding '\\'")]
    [InlineData("*x", "Can't find end of Bold entity at byte offset 0")]
    [InlineData("é_x", "Can't find end of Italic entity at byte offset 2")]
    [InlineData("[x](a", "Can't find end of a URL at byte offset 4")]
    [InlineData("![x] ", "The entity must contain a tg://emoji or tg://time URL")]
    [InlineData("![x](http://a.b)", "Invalid tg://emoji or tg://time URL specified")]
    [InlineData(">*b\nx", "Can't find end of Bold entity at byte offset 1")]
    [InlineData("```\nx", "Can't find end of Pre entity at byte offset 0")]
    public void Errors_say_what_and_where(string source, string expected)
    {
        var error = Assert.Throws<BotApiException>(() => TextParser.Parse(source, "markdownv2", null));
        Assert.Equal("Bad Request: can't parse entities: " + expected, error.Description);
    }
}
