using TelegramRest.Mapping.Errors;
using Xunit;

namespace TelegramRest.Tests.Unit.Mapping.Errors;

public class RpcErrorMapperTests
{
    [Theory]
    [InlineData(400, "MESSAGE_ID_INVALID", 400, "Bad Request: MESSAGE_ID_INVALID")]
    [InlineData(400, "Message text is empty", 400, "Bad Request: message text is empty")]
    [InlineData(400, "USER_IS_BLOCKED", 403, "Forbidden: bot was blocked by the user")]
    [InlineData(403, "USER_IS_BLOCKED", 403, "Forbidden: bot was blocked by the user")]
    [InlineData(403, "CHAT_WRITE_FORBIDDEN", 400, "Bad Request: CHAT_WRITE_FORBIDDEN")]
    [InlineData(403, "Not enough rights", 403, "Forbidden: not enough rights")]
    [InlineData(404, "METHOD_INVALID", 400, "Bad Request: METHOD_INVALID")]
    [InlineData(0, "Chat not found", 400, "Bad Request: chat not found")]
    [InlineData(401, "SESSION_REVOKED", 401, "Unauthorized: SESSION_REVOKED")]
    [InlineData(406, "FROZEN_METHOD_INVALID", 400, "Bad Request: FROZEN_METHOD_INVALID")]
    [InlineData(502, "Bad Gateway", 400, "Bad Request: Bad Gateway")]
    [InlineData(500, "Request aborted", 500, "Internal Server Error: request aborted")]
    [InlineData(429, "Too Many Requests: retry after 7", 429, "Too Many Requests: retry after 7")]
    [InlineData(429, "Too many", 500, "Too many")]
    [InlineData(420, "FLOOD_WAIT_12", 429, "Too Many Requests: retry after 12")]
    [InlineData(400, "QUERY_ID_INVALID", 400, "Bad Request: query is too old and response timeout expired or query ID is invalid")]
    public void Refusals_become_answers(int code, string message, int expectedCode, string expected)
    {
        var answer = RpcErrorMapper.ToBotApi(code, message);
        Assert.Equal((expectedCode, expected), (answer.Code, answer.Description));
    }

    [Fact]
    public void Flood_answers_say_when_to_come_back() => Assert.Equal(12, RpcErrorMapper.ToBotApi(420, "SLOWMODE_WAIT_12").Parameters!.RetryAfter);

    [Fact]
    public void Look_up_texts_hide_what_telegram_said()
    {
        Assert.Equal("Bad Request: chat not found", RpcErrorMapper.ToBotApi(400, "USER_IS_BLOCKED", "chat not found").Description);
        Assert.Equal("Too Many Requests: retry after 3", RpcErrorMapper.ToBotApi(420, "FLOOD_WAIT_3", "chat not found").Description);
    }

    [Fact]
    public void Some_answers_depend_on_the_operation()
    {
        Assert.Equal("Bad Request: CUSTOM_TITLE_INVALID", RpcErrorMapper.ToBotApi(400, "RANK_INVALID").Description);
        Assert.Equal("Bad Request: TAG_INVALID", RpcErrorMapper.ToBotApi(400, "RANK_INVALID", operation: "setChatMemberTag").Description);
    }

    [Theory]
    [InlineData(400, "MESSAGE_TOO_LONG", SendKind.Other, true, 400, "Bad Request: message is too long")]
    [InlineData(400, "PEER_ID_INVALID", SendKind.Other, true, 403, "Forbidden: bot can't initiate conversation with a user")]
    [InlineData(400, "PEER_ID_INVALID", SendKind.Other, false, 400, "Bad Request: PEER_ID_INVALID")]
    [InlineData(400, "USER_IS_BOT", SendKind.Other, true, 403, "Forbidden: the bot can't send messages to the bot")]
    [InlineData(400, "MEDIA_EMPTY", SendKind.Poll, false, 400, "Bad Request: wrong poll data specified")]
    [InlineData(400, "MEDIA_EMPTY", SendKind.Other, false, 400, "Bad Request: wrong file identifier/HTTP URL specified")]
    [InlineData(403, "CHAT_WRITE_FORBIDDEN", SendKind.Other, false, 400, "Bad Request: CHAT_WRITE_FORBIDDEN")]
    [InlineData(403, "USER_IS_BLOCKED", SendKind.Other, true, 403, "Forbidden: bot was blocked by the user")]
    [InlineData(400, "INPUT_USER_DEACTIVATED", SendKind.Other, true, 403, "Forbidden: user is deactivated")]
    public void Refused_messages_become_answers(int code, string message, SendKind kind, bool isPrivate, int expectedCode, string expected)
    {
        var answer = RpcErrorMapper.SendFailure(code, message, kind, isPrivate);
        Assert.Equal((expectedCode, expected), (answer.Code, answer.Description));
    }
}
