namespace TelegramRest.Simulator.World.Files;

/// <summary>What Telegram finds out about content by itself. Sizes are pixels, <paramref name="Seconds"/> the playing time; 0 where there is none.</summary>
internal sealed record MediaInfo(string MimeType, int Width = 0, int Height = 0, double Seconds = 0, bool HasSound = false)
{
    private const int HeaderLimit = 64 * 1024;

    /// <returns>Null for content of no kind that is told apart.</returns>
    public static MediaInfo? Read(Stream stream)
    {
        if (ImageInfo.Read(stream) is { } image)
            return new MediaInfo(image.MimeType, image.Width, image.Height);
        if (Mp4Info.Read(stream) is { } video)
            return video;
        var head = Head(stream);
        if (head.AsSpan().StartsWith("OggS"u8))
            return new MediaInfo(head.AsSpan().IndexOf("OpusHead"u8) >= 0 ? "audio/ogg" : "application/ogg", Seconds: OggInfo.Seconds(stream), HasSound: true);
        if (head.AsSpan().StartsWith("%PDF-"u8))
            return new MediaInfo("application/pdf");
        if (head.AsSpan().StartsWith("PK\x03\x04"u8))
            return new MediaInfo("application/zip");
        return Mp3Info.Seconds(head, stream.Length) is { } seconds ? new MediaInfo("audio/mpeg", Seconds: seconds, HasSound: true) : null;
    }

    private static byte[] Head(Stream stream)
    {
        var head = new byte[(int)Math.Min(HeaderLimit, stream.Length)];
        stream.Position = 0;
        stream.ReadExactly(head);
        return head;
    }
}
