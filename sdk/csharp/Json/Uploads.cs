using System.Globalization;
using System.Text.Json;

namespace TelegramRest.Client.Json;

/// <summary>Collects the files of a request while it is written. Writing happens on one thread from beginning to end, and so does this.</summary>
internal static class Uploads
{
    [ThreadStatic]
    private static List<InputFileUpload>? files;

    public static (byte[] Json, IReadOnlyList<InputFileUpload> Files) Serialize(object request)
    {
        var found = files = [];
        try
        {
            return (JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), TelegramJson.Options), found);
        }
        finally
        {
            files = null;
        }
    }

    /// <summary>The name of the part that the file will be.</summary>
    public static string Note(InputFileUpload file)
    {
        if (files is null)
        {
            throw new InvalidOperationException("A file can be uploaded by a method of the client only.");
        }

        files.Add(file);
        return Name(files.Count - 1);
    }

    public static string Name(int index) => "file" + index.ToString(CultureInfo.InvariantCulture);
}
