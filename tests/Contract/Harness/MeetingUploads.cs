using System.Text.Json.Nodes;

namespace TelegramRest.Tests.Contract.Harness;

/// <summary>Requests that bring files, and what a chat forbids.</summary>
public static class MeetingUploads
{
    /// <summary>Sends a multipart body: parameters, and files by the names of their parts.</summary>
    public static Task<Answer> UploadAsync(
        this Meeting meeting, string operation, JsonObject parameters, params (string Field, string FileName, byte[] Content)[] files) =>
        meeting.Api.SendAsync(
            operation,
            HttpMethod.Post,
            $"{meeting.Bot.Path}/{operation}",
            ApiClient.Multipart(parameters.Select(parameter => KeyValuePair.Create(parameter.Key, ApiClient.Text(parameter.Value))), files));

    /// <summary>Members of a supergroup may no longer send something; the bot has heard of it.</summary>
    public static async Task ForbidAsync(this Meeting meeting, long chat, params string[] rights)
    {
        await meeting.Simulator.PostAsync($"chats/{chat}/settings", new JsonObject { ["forbidden"] = new JsonArray([.. rights.Select(right => (JsonNode)right)]) });
        await meeting.CallAsync("getChat", new JsonObject { ["chat_id"] = chat });
    }
}
