using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Features;
using TelegramRest.BotApi;

namespace TelegramRest.Server.Http;

/// <summary>Writes the one shape that every answer has.</summary>
/// <remarks>https://core.telegram.org/bots/api#making-requests</remarks>
internal static class EnvelopeWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary><c>{"ok":true,"result":…}</c>, and a description where the operation has one to tell.</summary>
    public static async Task WriteAsync<T>(HttpContext context, T result, JsonTypeInfo<T> typeInfo, string? description = null)
    {
        using var buffer = new PooledBuffer();
        Write(buffer, result, typeInfo, description);
        await SendAsync(context, StatusCodes.Status200OK, buffer.Written);
    }

    /// <summary>The same, to be kept and sent later.</summary>
    public static void Write<T>(PooledBuffer buffer, T result, JsonTypeInfo<T> typeInfo, string? description = null)
    {
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteBoolean("ok"u8, true);
        json.WritePropertyName("result"u8);
        JsonSerializer.Serialize(json, result, typeInfo);
        if (description is not null)
            json.WriteString("description"u8, description);
        json.WriteEndObject();
    }

    /// <summary><c>{"ok":false,"error_code":…,"description":…}</c> with the same status.</summary>
    public static async Task WriteErrorAsync(HttpContext context, BotApiException error)
    {
        using var buffer = new PooledBuffer();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteBoolean("ok"u8, false);
            json.WriteNumber("error_code"u8, error.Code);
            json.WriteString("description"u8, error.Description);
            if (error.Parameters is { } parameters)
                WriteParameters(json, parameters);
            json.WriteEndObject();
        }

        if (error.Parameters?.RetryAfter is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (error.Code == StatusCodes.Status413PayloadTooLarge)
            context.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = "Request Entity Too Large";
        await SendAsync(context, error.Code, buffer.Written);
    }

    private static void WriteParameters(Utf8JsonWriter json, ResponseParameters parameters)
    {
        json.WriteStartObject("parameters"u8);
        if (parameters.MigrateToChatId is { } chatId)
            json.WriteNumber("migrate_to_chat_id"u8, chatId);
        if (parameters.RetryAfter is { } seconds)
            json.WriteNumber("retry_after"u8, seconds);
        json.WriteEndObject();
    }

    /// <summary>Sends an envelope that is ready.</summary>
    public static async Task SendAsync(HttpContext context, int status, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        response.Headers.AccessControlAllowOrigin = "*";
        await response.BodyWriter.WriteAsync(body, CancellationToken.None);
    }
}
