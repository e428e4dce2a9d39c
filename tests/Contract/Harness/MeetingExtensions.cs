using System.Text.Json.Nodes;
using Xunit;

namespace TelegramRest.Tests.Contract.Harness;

/// <summary>What tests of several operations do in a <see cref="Meeting"/>.</summary>
public static class MeetingExtensions
{
    private static readonly string[] _kinds =
    [
        "message", "edited_message", "channel_post", "edited_channel_post", "business_connection", "business_message", "edited_business_message",
        "deleted_business_messages", "guest_message", "message_reaction", "message_reaction_count", "inline_query", "chosen_inline_result", "callback_query",
        "poll", "poll_answer", "my_chat_member", "chat_member", "chat_join_request",
    ];

    /// <summary>Waits for the bot's next update of a kind and takes it with all before it. All kinds are asked for from now on.</summary>
    /// <param name="meeting">Whose bot.</param>
    /// <param name="kind">Its member in Update.</param>
    public static async Task<JsonNode> UpdateAsync(this Meeting meeting, string kind)
    {
        for (var offset = 0; ;)
        {
            var updates = (await meeting.CallAsync("getUpdates", new JsonObject { ["timeout"] = 20, ["offset"] = offset, ["allowed_updates"] = Kinds() })).Result.AsArray();
            Assert.NotEmpty(updates);
            foreach (var update in updates)
            {
                offset = (int)update!["update_id"]! + 1;
                if (update[kind] is not { } found)
                    continue;
                await meeting.CallAsync("getUpdates", new JsonObject { ["offset"] = offset, ["limit"] = 1 });
                return found;
            }
        }
    }

    /// <summary>Asks for the kinds of updates that do not come by themselves, too; what happens from now on arrives.</summary>
    public static Task SubscribeAsync(this Meeting meeting) => meeting.CallAsync("getUpdates", new JsonObject { ["allowed_updates"] = Kinds() });

    /// <summary>The bot sends a picture.</summary>
    public static async Task<JsonNode> SendPhotoAsync(this Meeting meeting, long chat, string? caption = null)
    {
        var fields = new List<KeyValuePair<string, string>> { new("chat_id", ApiClient.Text(chat)) };
        if (caption is not null)
            fields.Add(new("caption", caption));
        var form = ApiClient.Multipart(fields, ("photo", "a.png", Pictures.Png));
        return (await meeting.Api.SendAsync("sendPhoto", HttpMethod.Post, $"{meeting.Bot.Path}/sendPhoto", form)).Result;
    }

    /// <summary>The bot calls an operation on one of its chat's messages.</summary>
    public static Task<Answer> OnMessageAsync(this Meeting meeting, string operation, long chat, int messageId, JsonObject? more = null)
    {
        var parameters = more?.DeepClone().AsObject() ?? [];
        parameters["chat_id"] = chat;
        parameters["message_id"] = messageId;
        return meeting.CallAsync(operation, parameters);
    }

    /// <summary>The chat as the person addresses it: in a private chat, by the bot.</summary>
    public static long Theirs(this Meeting meeting, long chat) => chat == meeting.Person.Id ? meeting.Bot.Id : chat;

    /// <summary>The number of the message that the person wrote last in a chat, as the bot counts.</summary>
    public static async Task<int> HearAsync(this Meeting meeting, long chat, string text)
    {
        await meeting.Simulator.WriteAsync(meeting.Person, meeting.Theirs(chat), text);
        while (true)
        {
            var message = await meeting.UpdateAsync("message");
            if ((string?)message["text"] == text)
                return (int)message["message_id"]!;
        }
    }

    private static JsonArray Kinds() => [.. _kinds.Select(kind => (JsonNode)kind)];
}
