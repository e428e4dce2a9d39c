using System.Text;

namespace TelegramRest.Generator.OpenApi.Model;

/// <summary>C# names of what the spec names.</summary>
internal static class Naming
{
    /// <summary><c>reply_markup</c> and <c>replyMarkup</c> become <c>ReplyMarkup</c>.</summary>
    public static string Pascal(string name)
    {
        var result = new StringBuilder();
        var upper = true;
        foreach (var character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                upper = true;
                continue;
            }

            result.Append(upper ? char.ToUpperInvariant(character) : character);
            upper = false;
        }

        return result.ToString();
    }

    /// <summary>A member may not be called like its class.</summary>
    public static string Member(string className, string name) => Pascal(name) is var member && member == className ? member + "Value" : member;

    /// <summary>A C# string literal.</summary>
    public static string Literal(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) + "\"";

    /// <summary>Text for an XML documentation comment.</summary>
    public static string Xml(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
