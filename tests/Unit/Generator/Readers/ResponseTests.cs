using System.Text.Json;
using TelegramRest.BotApi;
using Xunit;

namespace TelegramRest.Tests.Unit.Generator.Readers;

/// <summary>How results look on the wire.</summary>
public sealed class ResponseTests
{
    private static readonly Message Message = new()
    {
        MessageId = 7,
        Date = 1,
        Chat = new Chat { Id = 5, Type = ChatType.Private, FirstName = "Ann" },
        Text = "я <b>",
        Entities = [new MessageEntity { Type = MessageEntityType.TextLink, Offset = 0, Length = 1, Url = "http://a" }],
    };

    [Fact]
    public void Members_come_in_the_specs_order_and_missing_ones_are_left_out() =>
        Assert.Equal(
            """{"message_id":7,"date":1,"chat":{"id":5,"type":"private","first_name":"Ann"},"text":"я <b>","entities":[{"type":"text_link","offset":0,"length":1,"url":"http://a"}]}""",
            JsonSerializer.Serialize(Message, BotApiJson.Relaxed.Message));

    [Fact]
    public void A_case_of_a_union_is_written_whole_without_anything_added() =>
        Assert.Equal(
            """{"type":"hidden_user","date":3,"sender_user_name":"x"}""",
            JsonSerializer.Serialize<MessageOrigin>(new MessageOriginHiddenUser { Date = 3, SenderUserName = "x" }, BotApiJson.Relaxed.MessageOrigin));

    [Fact]
    public void Bare_cases_of_rich_text_are_written_bare() =>
        Assert.Equal(
            """["a",{"type":"bold","text":"b"}]""",
            JsonSerializer.Serialize<RichText>(
                new RichTextSequence { Value = [new RichTextPlain { Value = "a" }, new RichTextBold { Text = new RichTextPlain { Value = "b" } }] },
                BotApiJson.Relaxed.RichText));

    [Fact]
    public void An_edit_answers_the_message_or_true()
    {
        Assert.Equal("true", JsonSerializer.Serialize(MessageOrTrue.FromTrue(), BotApiJson.Relaxed.MessageOrTrue));
        Assert.StartsWith("""{"message_id":7""", JsonSerializer.Serialize((MessageOrTrue)Message, BotApiJson.Relaxed.MessageOrTrue), StringComparison.Ordinal);
    }

    [Fact]
    public void Operations_are_found_in_any_case_and_by_alias()
    {
        Assert.True(OperationTable.TryGet("KICKCHATMEMBER", out var info));
        Assert.Equal("banChatMember", info.Name);
        Assert.Equal(219, OperationTable.All.Count);
        Assert.False(OperationTable.TryGet("nosuch", out _));
    }
}
