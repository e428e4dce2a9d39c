using System.Text;

namespace TelegramRest.Server.Http.Bodies;

/// <summary>The header of one part, read as the official server reads it: other keys, <c>filename*</c> too, do not count.</summary>
/// <param name="Name">The field, never empty.</param>
/// <param name="FileName">Makes the part a file, even when empty; null for a plain value.</param>
internal readonly record struct ContentDisposition(string Name, string? FileName)
{
    private const string Prefix = "form-data;";

    /// <exception cref="BotApi.BotApiException">Not a form-data header with a name.</exception>
    public static ContentDisposition Parse(string? header)
    {
        if (header?.StartsWith(Prefix, StringComparison.Ordinal) is not true)
            throw RequestErrors.NotFormData();

        string? name = null;
        string? fileName = null;
        var rest = header.AsSpan(Prefix.Length).Trim();
        while (!rest.IsEmpty)
        {
            var equals = rest.IndexOf('=');
            if (equals < 0)
                throw RequestErrors.PartHeadersBroken();
            var key = rest[..equals].Trim();
            rest = rest[(equals + 1)..].TrimStart();
            var value = ReadValue(ref rest);
            if (key.SequenceEqual("name"))
                name = value;
            else if (key.SequenceEqual("filename"))
                fileName = value;
        }

        return string.IsNullOrEmpty(name) ? throw RequestErrors.FieldNameNotFound() : new ContentDisposition(name, fileName);
    }

    private static string ReadValue(scoped ref ReadOnlySpan<char> rest)
    {
        string value;
        if (rest.StartsWith('"'))
        {
            value = ReadQuoted(ref rest);
            rest = rest.TrimStart();
            if (!rest.IsEmpty && rest[0] != ';')
                throw RequestErrors.SemicolonExpected();
        }
        else
        {
            var end = rest.IndexOf(';');
            value = (end < 0 ? rest : rest[..end]).Trim().ToString();
            rest = end < 0 ? [] : rest[end..];
        }

        if (!rest.IsEmpty)
            rest = rest[1..].TrimStart();
        return value.Contains('%', StringComparison.Ordinal) ? PercentEncoding.DecodeHeaderValue(Encoding.UTF8.GetBytes(value)) : value;
    }

    private static string ReadQuoted(scoped ref ReadOnlySpan<char> rest)
    {
        var value = new StringBuilder();
        for (var i = 1; i < rest.Length; i++)
        {
            if (rest[i] == '"')
            {
                rest = rest[(i + 1)..];
                return value.ToString();
            }

            if (rest[i] == '\\' && ++i == rest.Length)
                throw RequestErrors.WrongEscape();
            value.Append(rest[i]);
        }

        throw RequestErrors.UnclosedQuote();
    }
}
