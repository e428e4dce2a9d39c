using TelegramRest.BotApi;
using Xunit;

namespace TelegramRest.Tests.Unit.Generator.Readers;

public sealed class ScalarTests
{
    [Theory]
    [InlineData("12abc", 12)]
    [InlineData("-7", -7)]
    [InlineData("abc", 0)]
    [InlineData(" 5", 0)]
    [InlineData("+5", 0)]
    [InlineData("", 0)]
    [InlineData("18446744073709551617", 1)]
    public void Integers_are_read_up_to_the_first_other_character(string text, long expected) =>
        Assert.Equal(expected, Scalars.ToInt64(text));

    [Fact]
    public void Thirty_two_bits_wrap() => Assert.Equal(-2147483648, Scalars.ToInt32("2147483648"));

    [Theory]
    [InlineData("true", true)]
    [InlineData(" YES\n", true)]
    [InlineData("1", true)]
    [InlineData("on", false)]
    [InlineData("2", false)]
    [InlineData("null", false)]
    public void Booleans_are_never_an_error(string text, bool expected) => Assert.Equal(expected, Scalars.ToBoolean(text));

    [Theory]
    [InlineData("51.5", 51.5)]
    [InlineData(" -0.25x", -0.25)]
    [InlineData("1e", 1)]
    [InlineData("nan", 0)]
    [InlineData("x", 0)]
    [InlineData("1e999", 0)]
    public void Doubles_are_read_as_far_as_they_go(string text, double expected) => Assert.Equal(expected, Scalars.ToDouble(text));

    [Theory]
    [InlineData("0", true)]
    [InlineData("-5", true)]
    [InlineData("05", false)]
    [InlineData("-0", false)]
    [InlineData("+5", false)]
    [InlineData("5 ", false)]
    [InlineData("1.0", false)]
    [InlineData("", false)]
    public void Only_one_spelling_is_canonical(string text, bool expected) => Assert.Equal(expected, Scalars.TryCanonicalInt64(text, out _));

    [Theory]
    [InlineData("@name", 0, "@name", false)]
    [InlineData("12abc", 12, null, false)]
    [InlineData("", 0, null, true)]
    [InlineData(null, 0, null, true)]
    public void Chat_ids_come_as_numbers_or_usernames(string? text, long id, string? username, bool empty)
    {
        var chat = ChatId.Parse(text);

        Assert.Equal(id, chat.Id);
        Assert.Equal(username, chat.Username);
        Assert.Equal(empty, chat.IsEmpty);
    }
}
