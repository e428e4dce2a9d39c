using TelegramRest.Mapping.Text;
using Xunit;

namespace TelegramRest.Tests.Unit.Mapping.Text;

public class EntityDetectorTests
{
    [Theory]
    [InlineData("hi @user_1!", "Mention 3..10")]
    [InlineData("@gif @abc a@user", "Mention 0..4")]
    [InlineData("/start@my_bot x", "BotCommand 0..13")]
    [InlineData("a/start <b/c", "")]
    [InlineData("/a/b", "")]
    [InlineData("#tag #1 #a1@chan x#y", "Hashtag 0..4, Hashtag 8..16")]
    [InlineData("#тег", "Hashtag 0..4")]
    [InlineData("#a#b", "")]
    [InlineData("$TON $toolong $1INCH $ABCDEFGHI", "Cashtag 0..4, Cashtag 14..20")]
    [InlineData("4242 4242 4242 4242", "BankCardNumber 0..19")]
    [InlineData("4242 4242 4242 4243", "")]
    [InlineData("call +4242424242424242", "")]
    [InlineData("see example.com.", "Url 4..15")]
    [InlineData("see Example.Com, x", "")]
    [InlineData("(http://a.bcd/e(f)g) x", "Url 1..19")]
    [InlineData("ftp://x.yzw/ http://x", "Url 0..12")]
    [InlineData("tg://resolve?domain=x.", "Url 0..21")]
    [InlineData("a.b@example.com", "EmailAddress 0..15")]
    [InlineData("mailto:me@example.com", "EmailAddress 7..21")]
    [InlineData("127.0.0.1 1.2.3 256.1.1.1", "Url 0..9")]
    [InlineData("file.txt a_b.com x_y.z_w.com", "")]
    [InlineData("xn--80ak6aa92e.com пример.рф", "Url 0..18, Url 19..28")]
    [InlineData("teiegram.org", "")]
    [InlineData("https://user:pw@example.com:8080/x?y#z", "Url 0..38")]
    public void Marks_are_found(string text, string expected) => Assert.Equal(expected, Shown.Of(EntityDetector.Detect(text)));

    [Fact]
    public void Commands_can_be_left_out() => Assert.Empty(EntityDetector.Detect("/start", skipBotCommands: true));
}
