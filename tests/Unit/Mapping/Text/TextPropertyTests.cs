using System.Text;
using TelegramRest.BotApi;
using TelegramRest.Mapping.Text;
using Xunit;

namespace TelegramRest.Tests.Unit.Mapping.Text;

/// <summary>Properties that hold for any input, tried on seeded random ones.</summary>
public class TextPropertyTests
{
    private static readonly string[] Pieces =
    [
        "*", "_", "__", "~", "||", "|", "`", "```", "[", "]", "(", ")", "![", ">", "\n", "\r", "\\", "#", "@user", "/cmd", "a", "B", " ", ".", "é", "я", "\U0001F600",
        "\ud83d", "\ude00", "<b>", "</b>", "<a href='", "'>", "</a>", "<pre>", "</pre>", "<code class=\"language-x\">", "</code>", "</>", "<", "&lt;", "&#", "&#x1F600;", "&amp",
        "http://a.bc/", "example.com", "tg://user?id=5", "tg://emoji?id=6", "tg://time?unix=7", "\0", "\u200e", "\u0333", "4242424242424242", "$TON", ":", "//", "mail@example.com",
        "<blockquote expandable>", "</blockquote>", "<tg-time unix=5>", "</tg-time>", "-", "+", "=", "{", "}", "!",
    ];

    private static string Random(Random random)
    {
        var text = new StringBuilder();
        for (var i = random.Next(40); i > 0; i--)
            text.Append(Pieces[random.Next(Pieces.Length)]);
        return text.ToString();
    }

    [Theory]
    [InlineData("Markdown")]
    [InlineData("MarkdownV2")]
    [InlineData("HTML")]
    [InlineData(null)]
    public void Anything_gives_a_clean_text_or_a_refusal(string? mode)
    {
        var random = new Random(20260722);
        for (var i = 0; i < 4_000; i++)
        {
            var source = Random(random);
            try
            {
                Check(TextParser.Message(source, mode, mode == null ? Entities(random, source) : null));
            }
            catch (BotApiException refusal)
            {
                Assert.Equal(400, refusal.Code);
            }
        }
    }

    [Fact]
    public void A_prepared_text_is_not_changed_by_preparing_it_again()
    {
        var random = new Random(4);
        for (var i = 0; i < 4_000; i++)
        {
            FormattedText once;
            try
            {
                once = TextParser.Message(Random(random), "HTML", null);
            }
            catch (BotApiException)
            {
                continue;
            }

            Assert.Equal(Shown.Of(once), Shown.Of(TextParser.Prepare(once, mayBeEmpty: false)));
        }
    }

    [Fact]
    public void Printed_as_html_and_parsed_again_the_text_is_the_same()
    {
        var random = new Random(5);
        for (var i = 0; i < 2_000; i++)
        {
            var source = string.Concat(Enumerable.Range(0, 1 + random.Next(12)).Select(_ => (char)('a' + random.Next(26))));
            var text = TextParser.Message(source, null, Entities(random, source));
            Assert.Equal(Shown.Of(text), Shown.Of(TextParser.Message(HtmlPrinter.Print(text), "HTML", null)));
        }
    }

    [Theory]
    [InlineData("<b>")]
    [InlineData("<a>")]
    [InlineData(">||")]
    [InlineData("*_")]
    [InlineData("a.")]
    [InlineData(".@")]
    [InlineData("/a.")]
    [InlineData("@a#b$C/d ")]
    [InlineData("1 ")]
    [InlineData("://")]
    [InlineData("[a](")]
    [InlineData("\\")]
    public void Long_hostile_texts_end(string piece)
    {
        var source = string.Concat(Enumerable.Repeat(piece, 32_768 / piece.Length));
        foreach (var mode in new[] { null, "Markdown", "MarkdownV2", "HTML" })
        {
            try
            {
                TextParser.Message(source, mode, null);
            }
            catch (BotApiException refusal)
            {
                Assert.Equal(400, refusal.Code);
            }
        }
    }

    private static MessageEntity[] Entities(Random random, string source)
    {
        MessageEntityType[] types =
        [
            MessageEntityType.Bold, MessageEntityType.Italic, MessageEntityType.Underline, MessageEntityType.Strikethrough, MessageEntityType.Spoiler,
            MessageEntityType.Code, MessageEntityType.Pre, MessageEntityType.Blockquote, MessageEntityType.ExpandableBlockquote,
        ];
        var entities = new MessageEntity[random.Next(6)];
        for (var i = 0; i < entities.Length; i++)
        {
            var offset = random.Next(source.Length + 1);
            entities[i] = new MessageEntity { Type = types[random.Next(types.Length)], Offset = offset, Length = random.Next(source.Length - offset + 1) };
        }

        return entities;
    }

    private static void Check(FormattedText text)
    {
        Assert.NotEqual("", text.Text.Trim(' ', '\n'));
        Assert.True(Unicode.IsWellFormed(text.Text));
        var open = new Stack<TextEntity>();
        var previous = 0;
        foreach (var entity in text.Entities)
        {
            Assert.True(entity.Length > 0 && entity.Offset >= previous && entity.End <= text.Text.Length);
            previous = entity.Offset;
            while (open.TryPeek(out var outer) && outer.End <= entity.Offset)
                open.Pop();
            if (open.TryPeek(out var container))
                Assert.True(entity.End <= container.End, Shown.Of(text));
            open.Push(entity);
        }
    }
}
