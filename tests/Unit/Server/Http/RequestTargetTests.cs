using TelegramRest.Server.Http;
using Xunit;

namespace TelegramRest.Tests.Unit.Server.Http;

public sealed class RequestTargetTests
{
    [Theory]
    [InlineData("/bot1:a/getMe", true, "1:a", false, "getMe", "")]
    [InlineData("/bot1:a/getMe?x=1&y=%20", true, "1:a", false, "getMe", "x=1&y=%20")]
    [InlineData("/bot1:a/getMe#part", true, "1:a", false, "getMe", "")]
    [InlineData("/bot1%3Aa%2FgetMe", true, "1:a", false, "getMe", "")]
    [InlineData("/bot1:a/", true, "1:a", false, "", "")]
    [InlineData("/bot1:a/test/getMe", true, "1:a", true, "getMe", "")]
    [InlineData("/bot1:a/test/", true, "1:a", true, "", "")]
    [InlineData("/bot1:a/getMe/", true, "1:a", false, "getMe/", "")]
    [InlineData("/bot1:a//getMe", true, "1:a", false, "/getMe", "")]
    [InlineData("/bot/getMe", true, "", false, "getMe", "")]
    [InlineData("/bot1:a/get%zzMe", true, "1:a", false, "get%zzMe", "")]
    [InlineData("/user5:b/test/authCode?code=01", false, "5:b", true, "authCode", "code=01")]
    public void An_operation_is_taken_apart(string target, bool isBot, string token, bool isTest, string method, string query)
    {
        var parsed = RequestTarget.Parse(target);

        Assert.Equal(TargetKind.Operation, parsed.Kind);
        Assert.Equal((isBot, token, isTest, method, query), (parsed.IsBot, parsed.Token, parsed.IsTest, parsed.Rest, parsed.Query));
    }

    [Theory]
    [InlineData("/bot1:a", "Not Found")]
    [InlineData("/bot1:a/testFoo", "Not Found")]
    [InlineData("/bot1:a/test", "Not Found")]
    [InlineData("/user5:b", "Not Found")]
    [InlineData("http://host/bot1:a/getMe", "Not Found: absolute URI is specified in the Request-Line")]
    [InlineData("*", "Not Found: absolute URI is specified in the Request-Line")]
    public void What_is_no_route_says_why(string target, string problem)
    {
        var parsed = RequestTarget.Parse(target);

        Assert.Equal((TargetKind.Nowhere, problem), (parsed.Kind, parsed.Problem));
    }

    [Theory]
    [InlineData("/userLogin", "userLogin")]
    [InlineData("/USERLOGINQR/", "userLoginQr")]
    [InlineData("/importSession?dc_id=2", "importSession")]
    public void What_needs_no_token_is_named(string target, string operation) => Assert.Equal(operation, RequestTarget.Parse(target).Rest);

    [Theory]
    [InlineData("/userLogin")]
    [InlineData("/userlogin")]
    [InlineData("/USERLOGIN")]
    [InlineData("/userLogin/")]
    [InlineData("/userLogin?phone_number=1")]
    public void A_login_is_found_in_every_spelling(string target) => Assert.Equal(TargetKind.UserLogin, RequestTarget.Parse(target).Kind);

    [Theory]
    [InlineData("/file/bot1:a/photos/file_0.jpg", true, "photos/file_0.jpg")]
    [InlineData("/file/user5:b/documents/file_1.txt", false, "documents/file_1.txt")]
    public void A_file_is_taken_apart(string target, bool isBot, string path)
    {
        var parsed = RequestTarget.Parse(target);

        Assert.Equal((TargetKind.File, isBot, path), (parsed.Kind, parsed.IsBot, parsed.Rest));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/docs")]
    [InlineData("/getMe")]
    [InlineData("/Bot1:a/getMe")]
    public void Everything_else_is_a_page(string target) => Assert.Equal(TargetKind.Page, RequestTarget.Parse(target).Kind);
}
