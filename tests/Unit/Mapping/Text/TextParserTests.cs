using TelegramRest.BotApi;
using TelegramRest.Mapping.Text;
using Xunit;

namespace TelegramRest.Tests.Unit.Mapping.Text;

public class TextParserTests
{
    private static MessageEntity Entity(MessageEntityType type, int offset, int length) => new() { Type = type, Offset = offset, Length = length };

    private static string Error(Func<object> action) => Assert.Throws<BotApiException>(action).Description;

    [Fact]
    public void Nesting_styles_are_cut_where_another_begins() =>
        Assert.Equal("b i | Bold 0..2, Bold 2..3, Italic 2..3", Shown.Of(TextParser.Message("*b _i_*", "MarkdownV2", null)));

    [Fact]
    public void Overlapping_entities_are_repaired() =>
        Assert.Equal("abcdef | Bold 0..2, Italic 2..6, Bold 2..4", Shown.Of(TextParser.Message("abcdef", null, [Entity(MessageEntityType.Bold, 0, 4), Entity(MessageEntityType.Italic, 2, 4)])));

    [Fact]
    public void Touching_pieces_of_one_style_join() =>
        Assert.Equal("abcd | Bold 0..4", Shown.Of(TextParser.Message("abcd", null, [Entity(MessageEntityType.Bold, 2, 2), Entity(MessageEntityType.Bold, 0, 2)])));

    [Fact]
    public void Code_holds_no_style() =>
        Assert.Equal("abc | Code 0..3", Shown.Of(TextParser.Message("abc", null, [Entity(MessageEntityType.Bold, 1, 1), Entity(MessageEntityType.Code, 0, 3)])));

    [Fact]
    public void Style_goes_round_code() =>
        Assert.Equal("abc | Bold 0..1, Code 1..2, Bold 2..3", Shown.Of(TextParser.Message("abc", null, [Entity(MessageEntityType.Bold, 0, 3), Entity(MessageEntityType.Code, 1, 1)])));

    [Fact]
    public void Detected_entities_do_not_touch_explicit_ones() =>
        Assert.Equal("@user #tag | Code 0..5, Hashtag 6..10", Shown.Of(TextParser.Message("@user #tag", null, [Entity(MessageEntityType.Code, 0, 5)])));

    [Fact]
    public void Automatic_types_are_left_to_detection() =>
        Assert.Equal("plain", Shown.Of(TextParser.Message("plain", null, [Entity(MessageEntityType.Hashtag, 0, 5)])));

    [Theory]
    [InlineData("  a  ", "a")]
    [InlineData("a\r\nb\tc\0", "a\nb c")]
    [InlineData("a\u2028b\u0333c", "abc")]
    [InlineData("\u200e\u200f\u200ex", "\u200c\u200c\u200ex")]
    public void Text_is_cleaned_and_trimmed(string source, string expected) => Assert.Equal(expected, TextParser.Message(source, null, null).Text);

    [Fact]
    public void Entities_move_with_the_text_and_shrink_at_its_end() =>
        Assert.Equal("ab c | Bold 0..4", Shown.Of(TextParser.Message("  a\rb c  ", null, [Entity(MessageEntityType.Bold, 2, 7)])));

    [Fact]
    public void Spaces_inside_the_first_entity_stay() =>
        Assert.Equal("  a | Bold 0..3", Shown.Of(TextParser.Message("  a", null, [Entity(MessageEntityType.Bold, 0, 3)])));

    [Theory]
    [InlineData(-1, 1, "receive an entity with incorrect offset -1")]
    [InlineData(0, 1000001, "receive an entity with incorrect length 1000001")]
    [InlineData(1, 1, "entity begins in a middle of a UTF-16 symbol at byte offset 4")]
    [InlineData(0, 1, "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 4")]
    [InlineData(9, 1, "entity begins after the end of the text at UTF-16 offset 9")]
    [InlineData(0, 9, "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9")]
    public void Misplaced_entities_are_errors(int offset, int length, string expected) =>
        Assert.Equal("Bad Request: " + expected, Error(() => TextParser.Message("\U0001F600ab", null, [Entity(MessageEntityType.Bold, offset, length)])));

    [Fact]
    public void Link_entity_with_a_broken_url_is_an_error()
    {
        var link = new MessageEntity { Type = MessageEntityType.TextLink, Offset = 0, Length = 1, Url = "ftp://x.y" };
        Assert.Equal("Bad Request: entity URL 'ftp://x.y' is invalid: Unsupported URL protocol", Error(() => TextParser.Message("a", null, [link])));
    }

    [Fact]
    public void Parse_mode_wins_over_entities() =>
        Assert.Equal("a | Italic 0..1", Shown.Of(TextParser.Message("_a_", "Markdown", [Entity(MessageEntityType.Bold, 0, 1)])));

    [Fact]
    public void Mode_none_takes_entities() =>
        Assert.Equal("_a_ | Bold 0..1", Shown.Of(TextParser.Message("_a_", "None", [Entity(MessageEntityType.Bold, 0, 1)])));

    [Fact]
    public void Refusals_have_the_texts_that_bots_know()
    {
        Assert.Equal("Bad Request: message text is empty", Error(() => TextParser.Message("", null, null)));
        Assert.Equal("Bad Request: text must be non-empty", Error(() => TextParser.Message(" \u200b\n ", null, null)));
        Assert.Equal("Bad Request: unsupported parse_mode", Error(() => TextParser.Message("a", "x", null)));
        Assert.Equal("Bad Request: text is too long", Error(() => TextParser.Message(new string('a', 32769), null, null)));
        Assert.Equal("Bad Request: message is too long", Error(() => TextParser.Message(new string('a', 4097), null, null)));
        Assert.Equal("Bad Request: message caption is too long", Error(() => TextParser.Caption(new string('a', 1025), null, null)));
        Assert.Equal("Bad Request: strings must be encoded in UTF-8", Error(() => TextParser.Message("\ud83d", null, null)));
        Assert.Equal("Bad Request: text must be encoded in UTF-8", Error(() => TextParser.Message("\ud83d", "HTML", null)));
    }

    [Fact]
    public void Length_counts_code_points() =>
        Assert.Equal(8192, TextParser.Message(string.Concat(Enumerable.Repeat("\U0001F600", 4096)), null, null).Text.Length);

    [Fact]
    public void Caption_may_be_empty() => Assert.Equal("", TextParser.Caption(null, "HTML", null).Text);
}
