namespace TelegramRest.Mapping.FileIds;

/// <summary>Packs runs of zero bytes: each of up to 250 becomes a zero and its length.</summary>
internal static class ZeroRuns
{
    private const int MaxRun = 250;

    public static byte[] Encode(ReadOnlySpan<byte> bytes)
    {
        var packed = new List<byte>(bytes.Length + 8);
        for (var i = 0; i < bytes.Length;)
        {
            if (bytes[i] != 0)
            {
                packed.Add(bytes[i++]);
                continue;
            }

            var run = 0;
            while (i < bytes.Length && bytes[i] == 0 && run < MaxRun)
            {
                run++;
                i++;
            }

            packed.Add(0);
            packed.Add((byte)run);
        }

        return [.. packed];
    }

    public static byte[] Decode(ReadOnlySpan<byte> packed)
    {
        var bytes = new List<byte>(packed.Length * 2);
        for (var i = 0; i < packed.Length; i++)
        {
            if (packed[i] == 0 && i + 1 < packed.Length)
                bytes.AddRange(Enumerable.Repeat((byte)0, packed[++i]));
            else
                bytes.Add(packed[i]);
        }

        return [.. bytes];
    }
}
