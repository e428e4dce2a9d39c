using TelegramRest.BotApi;
using TelegramRest.Server.Http;
using Xunit;

namespace TelegramRest.Tests.Unit.Server.Http;

public sealed class TokenSyntaxTests
{
    private const string Invalid = "Unauthorized: invalid token specified";
    private const string Unallowed = "Misdirected Request: unallowed token specified";

    [Theory]
    [InlineData("", 401, Invalid)]
    [InlineData("123", 401, Invalid)]
    [InlineData("0123:abc", 401, Invalid)]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345678901234567890:", 401, Invalid)]
    [InlineData(":abc", 421, Unallowed)]
    [InlineData("+1:abc", 421, Unallowed)]
    [InlineData(" 1:abc", 421, Unallowed)]
    [InlineData("x:abc", 421, Unallowed)]
    [InlineData("99999999999999999999:abc", 421, Unallowed)]
    [InlineData("-5:abc", 401, Invalid)]
    [InlineData("18014398509481984:abc", 401, Invalid)]
    public void A_bad_token_is_refused_by_the_first_check_that_it_fails(string token, int code, string description)
    {
        var error = Assert.Throws<BotApiException>(() => TokenSyntax.Check(token, _ => true));

        Assert.Equal((code, description), (error.Code, error.Description));
    }

    [Theory]
    [InlineData("1:abc")]
    [InlineData("18014398509481983:abc")]
    public void A_well_formed_token_passes(string token) => TokenSyntax.Check(token, _ => true);

    [Fact]
    public void A_number_outside_of_the_filter_is_misdirected()
    {
        var error = Assert.Throws<BotApiException>(() => TokenSyntax.Check("7:abc", id => id % 2 == 0));

        Assert.Equal((421, Unallowed), (error.Code, error.Description));
    }
}
