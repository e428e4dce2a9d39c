using System.Text;

namespace TelegramRest.Accounts.Files.Content;

/// <summary>The tags of Ogg and FLAC. https://www.xiph.org/vorbis/doc/v-comment.html</summary>
internal static class VorbisComments
{
    private const int MaxComments = 1000;

    public static (string? Title, string? Performer) Read(ReadOnlySpan<byte> block)
    {
        string? title = null;
        string? performer = null;
        var rest = block.From(4L + block.Little32(0));
        var count = Math.Min(rest.Little32(0), MaxComments);
        rest = rest.From(4);
        for (var i = 0; i < count && !rest.IsEmpty; i++)
        {
            var length = rest.Little32(0);
            var comment = rest.Part(4, length);
            title ??= Value(comment, "TITLE=");
            performer ??= Value(comment, "ARTIST=");
            rest = rest.From(4L + length);
        }

        return (title, performer);
    }

    private static string? Value(ReadOnlySpan<byte> comment, string name) =>
        Ascii.EqualsIgnoreCase(comment.Part(0, name.Length), name) ? Encoding.UTF8.Text(comment.From(name.Length)) : null;
}
