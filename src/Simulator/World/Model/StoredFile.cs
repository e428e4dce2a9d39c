using System.Text.Json.Serialization;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World.Model;

/// <summary>A photo or document that can be sent any number of times. <see cref="Date"/> is Unix seconds, <see cref="Size"/> bytes.</summary>
internal sealed class StoredFile
{
    public required long Id { get; init; }

    public required long AccessHash { get; init; }

    public required FileKind Kind { get; init; }

    public required int Date { get; init; }

    public required int DcId { get; init; }

    public string MimeType { get; init; } = "";

    public long Size { get; init; }

    /// <summary>A document's content; a photo's is with its sizes.</summary>
    public string Blob { get; init; } = "";

    public List<StoredSize> Sizes { get; init; } = [];

    [JsonConverter(typeof(TlArrayJson<Tl.DocumentAttributeBase>))]
    public Tl.DocumentAttributeBase[] Attributes { get; init; } = [];

    /// <summary>References given out before this generation have expired.</summary>
    public int ReferenceGeneration { get; set; } = 1;
}
