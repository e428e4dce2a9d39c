using TelegramRest.Mapping.FileIds;

namespace TelegramRest.Mapping.Media;

/// <summary>A document's attributes, collected, and what they make of it.</summary>
/// <remarks>https://core.telegram.org/type/DocumentAttribute</remarks>
internal sealed class DocumentFacts
{
    public DocumentFacts(Tl.Document document)
    {
        Document = document;
        foreach (var attribute in document.Attributes)
        {
            switch (attribute)
            {
                case Tl.DocumentAttributeImageSize image: Image = image; break;
                case Tl.DocumentAttributeVideo video: Video = video; break;
                case Tl.DocumentAttributeAudio audio: Audio = audio; break;
                case Tl.DocumentAttributeSticker sticker: Sticker = sticker; break;
                case Tl.DocumentAttributeCustomEmoji emoji: CustomEmoji = emoji; break;
                case Tl.DocumentAttributeAnimated: IsAnimated = true; break;
                case Tl.DocumentAttributeFilename name: FileName = name.FileName; break;
            }
        }

        Type = this switch
        {
            { Sticker: not null } or { CustomEmoji: not null } => FileType.Sticker,
            { IsAnimated: true } => FileType.Animation,
            { Video.RoundMessage: true } => FileType.VideoNote,
            { Video: not null } => FileType.Video,
            { Audio.Voice: true } => FileType.VoiceNote,
            { Audio: not null } => FileType.Audio,
            _ => FileType.Document,
        };
    }

    public Tl.Document Document { get; }

    public FileType Type { get; }

    public Tl.DocumentAttributeImageSize? Image { get; }

    public Tl.DocumentAttributeVideo? Video { get; }

    public Tl.DocumentAttributeAudio? Audio { get; }

    public Tl.DocumentAttributeSticker? Sticker { get; }

    public Tl.DocumentAttributeCustomEmoji? CustomEmoji { get; }

    public bool IsAnimated { get; }

    public string? FileName { get; }

    public int Width => Video?.W ?? Image?.W ?? 0;

    public int Height => Video?.H ?? Image?.H ?? 0;

    /// <summary>Whole seconds, rounded up.</summary>
    public int Duration => Video is { } video ? (int)Math.Ceiling(Math.Clamp(video.Duration, 0, int.MaxValue / 2)) : Audio?.Duration ?? 0;

    public FileId File(FileType type) => new()
    {
        Type = type,
        DcId = Document.DcId,
        FileReference = Document.FileReference,
        Id = Document.Id,
        AccessHash = Document.AccessHash,
    };
}
