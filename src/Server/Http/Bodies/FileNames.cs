using System.Text;

namespace TelegramRest.Server.Http.Bodies;

/// <summary>What a sender's file name may keep: Telegram shows it to everybody, and file systems have to bear it.</summary>
internal static class FileNames
{
    private const int MaxStem = 64;
    private const int MaxExtension = 16;
    private const string Unwanted = "<>:\"|?*&`'";

    public static string Clean(string name)
    {
        // A path tells about the sender's disk; only its end is a name.
        var own = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new StringBuilder(own.Length);
        foreach (var letter in own)
            kept.Append(char.IsControl(letter) || Unwanted.Contains(letter, StringComparison.Ordinal) ? ' ' : letter);

        var text = kept.ToString().Trim();
        var dot = text.LastIndexOf('.');
        var stem = Cut(dot < 0 ? text : text[..dot], MaxStem).Trim().TrimStart('.');
        var extension = dot < 0 ? "" : Cut(text[(dot + 1)..], MaxExtension).Trim();
        if (stem.Length == 0 && extension.Length == 0)
            return "file";
        return (stem.Length == 0 ? "file" : stem) + (extension.Length == 0 ? "" : "." + extension);
    }

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        return char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }
}
