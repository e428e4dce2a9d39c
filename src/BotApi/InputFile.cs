namespace TelegramRest.BotApi;

/// <summary>A file that a request sends: one of <see cref="InputFileId"/>, <see cref="InputFileUrl"/>, <see cref="InputFileUpload"/>, <see cref="InputFileLocalPath"/>.</summary>
/// <remarks>https://core.telegram.org/bots/api#sending-files</remarks>
public abstract class InputFile
{
    private protected InputFile()
    {
    }

    /// <summary>
    /// Decides what a parameter's text means: <c>attach://name</c> is an uploaded part, <c>file:/</c> or a leading slash a local path where the
    /// server allows it, text with a dot a URL, other text a file_id; without text, the part named like the parameter.
    /// Null when nothing is there.
    /// </summary>
    public static InputFile? Read(RequestSource source, string name, bool uploadOnly)
    {
        var text = source.Get(name);
        return (string.IsNullOrEmpty(text) ? null : FromText(source, text, uploadOnly))
            ?? (string.IsNullOrEmpty(text) || uploadOnly ? Uploaded(source, name) : null);
    }

    /// <summary>As <see cref="Read"/>, for text inside a JSON object, which has no part of its own name.</summary>
    public static InputFile? FromText(RequestSource source, string text, bool uploadOnly)
    {
        const string attach = "attach://";
        if (source.AllowsLocalFiles && text.StartsWith("file:/", StringComparison.Ordinal))
        {
            return new InputFileLocalPath(LocalPath(text["file:/".Length..]));
        }

        // Neither a file_id nor an address begins so; the official server takes it for a broken address.
        if (source.AllowsLocalFiles && text.StartsWith('/'))
        {
            return new InputFileLocalPath(text);
        }

        if (text.StartsWith(attach, StringComparison.Ordinal))
        {
            return Uploaded(source, text[attach.Length..]);
        }

        if (uploadOnly)
        {
            return null;
        }

        return text.Contains('.', StringComparison.Ordinal) ? new InputFileUrl(text) : new InputFileId(text);
    }

    private static InputFileUpload? Uploaded(RequestSource source, string name) =>
        source.GetFile(name) is { } file ? new InputFileUpload(file) : null;

    private static string LocalPath(string rest)
    {
        const string host = "/localhost";
        rest = rest.StartsWith(host, StringComparison.Ordinal) ? rest[host.Length..] : rest is ['/', ..] ? rest[1..] : rest;
        return Uri.UnescapeDataString(rest);
    }
}
