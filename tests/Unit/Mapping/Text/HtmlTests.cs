using TelegramRest.BotApi;
using TelegramRest.Mapping.Text;
using Xunit;

namespace TelegramRest.Tests.Unit.Mapping.Text;

public class HtmlTests
{
    [Theory]
    [InlineData("<b>a</b><strong>b</strong>", "ab | Bold 0..1, Bold 1..2")]
    [InlineData("<I>a</i><em>b</EM>", "ab | Italic 0..1, Italic 1..2")]
    [InlineData("<u>a</u><ins>b</ins>", "ab | Underline 0..1, Underline 1..2")]
    [InlineData("<s>a</s><strike>b</strike><del>c</del>", "abc | Strikethrough 0..1, Strikethrough 1..2, Strikethrough 2..3")]
    [InlineData("<tg-spoiler>a</tg-spoiler><span class='tg-spoiler'>b</span>", "ab | Spoiler 0..1, Spoiler 1..2")]
    [InlineData("<pre><code class=\"language-py\">x</code></pre>", "x | PreCode(py) 0..1")]
    [InlineData("<code class=language-py><pre>x</pre></code>", "x | PreCode(py) 0..1")]
    [InlineData("<code class=\"language-py\">x</code>", "x | Code 0..1")]
    [InlineData("<a href=\"http://a.b/?x=1&amp;y=2\">x</a>", "x | TextUrl(http://a.b/?x=1&y=2) 0..1")]
    [InlineData("<a>a.com</a>", "a.com | TextUrl(http://a.com/) 0..5")]
    [InlineData("<a href='tg://user?id=7'>x</a>", "x | MentionName(7) 0..1")]
    [InlineData("<a href='nope'>x</a>", "x")]
    [InlineData("<tg-emoji emoji-id=\"12\">x</tg-emoji>", "x | CustomEmoji(12) 0..1")]
    [InlineData("<tg-time unix=\"5\" format=\"r\">x</tg-time>", "x | Date(5) 0..1")]
    [InlineData("<tg-time>x</tg-time>", "x")]
    [InlineData("<blockquote>a</blockquote><blockquote expandable>b</blockquote>", "ab | BlockQuote 0..1, ExpandableBlockQuote 1..2")]
    [InlineData("&lt;b>&amp;", "<b>&")]
    [InlineData("&quot&#65&#x42;&nbsp;&#0;", "\"AB&nbsp;&#0;")]
    [InlineData("&#128512;<b>x</b>", "\U0001F600x | Bold 2..3")]
    [InlineData("&#55357;&#56832;", "\U0001F600")]
    [InlineData("<b>a</>", "a | Bold 0..1")]
    [InlineData("<b></b>a", "a")]
    [InlineData("<b id=x foo>a</b >", "a | Bold 0..1")]
    public void Markup_becomes_entities(string source, string expected) =>
        Assert.Equal(expected, Shown.Of(TextParser.Parse(source, "HTML", null)));

    [Theory]
    [InlineData("é<b", "Unclosed start tag at byte offset 2")]
    [InlineData("<b x", "Unclosed start tag \"b\" at byte offset 0")]
    [InlineData("<br/>", "Unsupported start tag \"br/\" at byte offset 0")]
    [InlineData("<a =x>", "Empty attribute name in the tag \"a\" at byte offset 0")]
    [InlineData("<a href=x/y>", "Unexpected end of name token at byte offset 8")]
    [InlineData("<span>x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0")]
    [InlineData("x</b>", "Unexpected end tag at byte offset 1")]
    [InlineData("<b>x</b", "Unclosed end tag at byte offset 4")]
    [InlineData("<b>x</i>", "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"")]
    [InlineData("<b>x", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("<tg-emoji>x</tg-emoji>", "Invalid custom emoji identifier specified")]
    [InlineData("<tg-time unix=1 format=q>x</tg-time>", "Invalid date format used")]
    [InlineData("&#xd83d;", "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units")]
    public void Errors_say_what_and_where(string source, string expected)
    {
        var error = Assert.Throws<BotApiException>(() => TextParser.Parse(source, "html", null));
        Assert.Equal("Bad Request: can't parse entities: " + expected, error.Description);
    }
}
