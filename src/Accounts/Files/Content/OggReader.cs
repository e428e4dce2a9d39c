using System.Text;

namespace TelegramRest.Accounts.Files.Content;

/// <summary>Ogg with Opus or Vorbis: the last page tells where it ends. https://www.rfc-editor.org/rfc/rfc3533, https://www.rfc-editor.org/rfc/rfc7845</summary>
internal static class OggReader
{
    private const double OpusRate = 48_000;

    public static bool Matches(ReadOnlySpan<byte> head) => head.StartsWith("OggS"u8);

    public static MediaFacts Read(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        var opus = head.IndexOf("OpusHead"u8);
        var vorbis = head.IndexOf("\u0001vorbis"u8);
        var (rate, skip, mark, length) = opus >= 0 ? (OpusRate, head.Little16(opus + 10), "OpusTags", 8) : (vorbis >= 0 ? head.Little32(vorbis + 12) : 0, 0, "\u0003vorbis", 7);
        var lastPage = tail.LastIndexOf("OggS"u8);
        var samples = lastPage < 0 ? 0 : tail.Little64(lastPage + 6) - skip;
        var comments = head.IndexOf(Encoding.Latin1.GetBytes(mark));
        var (title, performer) = comments < 0 ? (null, null) : VorbisComments.Read(head.From(comments + length));
        return new MediaFacts(Duration: rate > 0 && samples > 0 ? samples / rate : null, Title: title, Performer: performer);
    }
}
