namespace TelegramRest.Accounts.Files.Content;

/// <summary>FLAC: blocks of metadata in front. https://www.rfc-editor.org/rfc/rfc9639</summary>
internal static class FlacReader
{
    private const int StreamInfo = 0;
    private const int Comments = 4;
    private const int MaxBlocks = 128;

    public static bool Matches(ReadOnlySpan<byte> head) => head.StartsWith("fLaC"u8);

    public static MediaFacts Read(ReadOnlySpan<byte> head)
    {
        var facts = MediaFacts.None;
        var rest = head.From(4);
        for (var i = 0; i < MaxBlocks && rest.Length >= 4; i++)
        {
            var header = rest.Big32(0);
            var block = rest.Part(4, header & 0xFF_FFFF);
            switch ((header >> 24) & 0x7F)
            {
                case StreamInfo:
                    // 20 bits of rate, 3 of channels, 5 of depth, 36 of samples.
                    var numbers = block.Big64(10);
                    var rate = numbers >> 44;
                    var samples = numbers & 0xF_FFFF_FFFF;
                    facts = facts with { Duration = rate > 0 && samples > 0 ? (double)samples / rate : null };
                    break;
                case Comments:
                    var (title, performer) = VorbisComments.Read(block);
                    facts = facts with { Title = title, Performer = performer };
                    break;
            }

            if (header >> 31 != 0)
            {
                break;
            }

            rest = rest.From(4 + (header & 0xFF_FFFF));
        }

        return facts;
    }
}
