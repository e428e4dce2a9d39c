using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;

namespace TelegramRest.Tests.Contract.Editing;

/// <summary>A bot that administers a group, and a message that it has sent to one member alone.</summary>
internal sealed record EphemeralTalk(Meeting Meeting, long Chat, int Id)
{
    /// <param name="kind"><c>group</c> or <c>supergroup</c>.</param>
    public static async Task<EphemeralTalk> ArrangeAsync(SimulatorClient simulator, ApiClient api, string kind = "supergroup")
    {
        var meeting = await Meeting.ArrangeAsync(simulator, api);
        var chat = await meeting.ChatAsync(kind);
        await meeting.SetMemberAsync(chat, meeting.Bot.Id, "administrator");
        var sent = (await meeting.CallAsync("sendMessage", new JsonObject { ["chat_id"] = chat, ["receiver_user_id"] = meeting.Person.Id, ["text"] = "for you", ["reply_markup"] = Meeting.Buttons("a") })).Result;
        return new EphemeralTalk(meeting, chat, (int)sent["ephemeral_message_id"]!);
    }

    public Task<Answer> CallAsync(string operation, JsonObject parameters)
    {
        parameters["chat_id"] ??= Chat;
        parameters["receiver_user_id"] ??= Meeting.Person.Id;
        parameters["ephemeral_message_id"] ??= Id;
        return Meeting.CallAsync(operation, parameters);
    }

    /// <summary>What the person sees.</summary>
    public Task<JsonArray> SeenAsync() => Meeting.Simulator.GetAsync($"ephemeral_messages?chat={Chat}&viewer={Meeting.Person.Id}");
}
