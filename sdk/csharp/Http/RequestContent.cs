using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using TelegramRest.Client.Json;

namespace TelegramRest.Client.Http;

/// <summary>A request is JSON, unless files travel with it: then each parameter is a part of a form, and what is no text is written as JSON.</summary>
internal static class RequestContent
{
    public static HttpContent? Of(object? request)
    {
        if (request is null)
        {
            return null;
        }

        var (json, files) = Uploads.Serialize(request);
        if (files.Count > 0)
        {
            return Form(json, files);
        }

        var content = new ByteArrayContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private static MultipartFormDataContent Form(byte[] json, IReadOnlyList<InputFileUpload> files)
    {
        var form = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        using var parameters = JsonDocument.Parse(json);
        foreach (var parameter in parameters.RootElement.EnumerateObject())
        {
            var text = parameter.Value.ValueKind == JsonValueKind.String ? parameter.Value.GetString()! : parameter.Value.GetRawText();
            form.Add(new StringContent(text), parameter.Name);
        }

        for (var i = 0; i < files.Count; i++)
        {
            form.Add(new UploadContent(Uploads.Name(i), files[i]));
        }

        return form;
    }
}
