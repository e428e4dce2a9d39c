namespace TelegramRest.Simulator.World.Files;

/// <summary>The attributes that Telegram gives a document which no client described (https://core.telegram.org/type/DocumentAttribute).</summary>
internal static class FoundAttributes
{
    private const int StickerSide = 512;

    /// <summary>What a client said of its file, and what Telegram sees besides: a file that was only named is what it looks like, and a clip without sound is an animation.</summary>
    /// <param name="given">With the name.</param>
    /// <param name="info">Of the content; null for content that tells nothing.</param>
    /// <param name="keepsSilence">The client wants a silent video to stay one.</param>
    public static Tl.DocumentAttributeBase[] Complete(Tl.DocumentAttributeBase[] given, MediaInfo? info, bool keepsSilence)
    {
        if (given is [Tl.DocumentAttributeFilename name])
            return Of(info, name.FileName);
        var isSilentClip = info is { MimeType: "video/mp4" or "video/quicktime", HasSound: false } && given.Any(attribute => attribute is Tl.DocumentAttributeVideo { RoundMessage: false });
        var isKnown = given.Any(attribute => attribute is Tl.DocumentAttributeAnimated or Tl.DocumentAttributeSticker);
        return (isSilentClip && !keepsSilence && !isKnown) || (info is { MimeType: "image/gif" } && !isKnown) ? [.. given, new Tl.DocumentAttributeAnimated()] : given;
    }

    public static Tl.DocumentAttributeBase[] Of(MediaInfo? info, string fileName)
    {
        Tl.DocumentAttributeFilename name = new() { FileName = fileName };
        return info switch
        {
            { MimeType: "image/webp", Width: <= StickerSide, Height: <= StickerSide } =>
            [
                new Tl.DocumentAttributeImageSize { W = info.Width, H = info.Height },
                new Tl.DocumentAttributeSticker { Alt = "", Stickerset = new Tl.InputStickerSetEmpty() },
                name,
            ],
            { MimeType: "image/gif" } => [new Tl.DocumentAttributeImageSize { W = info.Width, H = info.Height }, new Tl.DocumentAttributeAnimated(), name],
            { MimeType: "video/mp4" or "video/quicktime" } =>
            [
                new Tl.DocumentAttributeVideo { Duration = info.Seconds, W = info.Width, H = info.Height, Nosound = !info.HasSound },

                // A clip without sound plays as a GIF does.
                .. info.HasSound ? Array.Empty<Tl.DocumentAttributeBase>() : [new Tl.DocumentAttributeAnimated()],
                name,
            ],
            { MimeType: "audio/ogg" } => [new Tl.DocumentAttributeAudio { Voice = true, Duration = (int)info.Seconds }, name],
            { MimeType: "audio/mpeg" or "audio/mp4" } => [new Tl.DocumentAttributeAudio { Duration = (int)info.Seconds }, name],
            { Width: > 0 } => [new Tl.DocumentAttributeImageSize { W = info.Width, H = info.Height }, name],
            _ => [name],
        };
    }
}
