using System.Text;
using TelegramRest.BotApi;
using Xunit;

namespace TelegramRest.Tests.Unit.Generator.Readers;

public sealed class RequestSourceTests
{
    [Fact]
    public void The_first_of_two_equal_names_wins_and_names_are_case_sensitive()
    {
        var source = new RequestSource();
        source.AddUrlEncoded("a=1&A=2"u8);
        source.AddUrlEncoded("a=3&b"u8);

        Assert.Equal("1", source.Get("a"));
        Assert.Equal("2", source.Get("A"));
        Assert.Equal("", source.Get("b"));
        Assert.Null(source.Get("c"));
    }

    [Theory]
    [InlineData("a=x+y%20z", "x y z")]
    [InlineData("a=%zz%4", "%zz%4")]
    [InlineData("a=%D1%8F", "я")]
    [InlineData("a=b=c", "b=c")]
    public void Percent_escapes_are_decoded_and_malformed_ones_stay(string text, string expected)
    {
        var source = new RequestSource();
        source.AddUrlEncoded(Encoding.UTF8.GetBytes(text));

        Assert.Equal(expected, source.Get("a"));
    }

    [Fact]
    public void Json_members_keep_their_raw_text_and_null_is_absent()
    {
        var source = new RequestSource();

        Assert.True(source.AddJson("""{"s":"a\u0062\q","n":-1.5e3,"t":true,"z":null,"o":{"a": [1, 2]},}"""u8));

        Assert.Equal("abq", source.Get("s"));
        Assert.Equal("-1.5e3", source.Get("n"));
        Assert.Equal("true", source.Get("t"));
        Assert.Null(source.Get("z"));
        Assert.Equal("""{"a": [1, 2]}""", source.Get("o"));
    }

    [Theory]
    [InlineData("""{"a":1,"b":""", false)]
    [InlineData("""{"a":1} x""", false)]
    [InlineData("[1]", false)]
    [InlineData("", false)]
    [InlineData("{}", true)]
    public void Broken_json_is_told_and_what_came_before_stays(string body, bool whole)
    {
        var source = new RequestSource();

        Assert.Equal(whole, source.AddJson(Encoding.UTF8.GetBytes(body)));
        Assert.Equal(body.Contains("\"a\"", StringComparison.Ordinal) ? "1" : null, source.Get("a"));
    }

    [Fact]
    public void A_single_json_string_becomes_content()
    {
        var source = new RequestSource();

        Assert.True(source.AddJson("\"hello\""u8));
        Assert.Equal("hello", source.Get("content"));
    }

    [Fact]
    public void Nesting_deeper_than_a_hundred_is_refused_without_harm()
    {
        var source = new RequestSource();

        Assert.False(source.AddJson(Encoding.UTF8.GetBytes("{\"a\":" + new string('[', 100_000))));
    }

    [Fact]
    public void Bytes_that_are_no_utf8_stay_visible_as_lone_surrogates()
    {
        var source = new RequestSource();
        source.AddUrlEncoded("a=x%FFy"u8);

        Assert.Equal("x\uD800y", source.Get("a"));
    }
}
