namespace TelegramRest.Simulator.World.Model;

/// <summary>A topic of a forum (https://core.telegram.org/api/forum). <see cref="Date"/> is Unix seconds.</summary>
internal sealed class Topic
{
    /// <summary>The topic that every forum has from the start, and that no message began.</summary>
    public const int General = 1;

    /// <summary>The id of the service message that began it.</summary>
    public required int Id { get; init; }

    public required string Title { get; set; }

    public required long CreatorId { get; init; }

    public required int Date { get; init; }

    /// <summary>RGB, one of six.</summary>
    public required int IconColor { get; init; }

    public long? IconEmojiId { get; set; }

    public bool Closed { get; set; }

    /// <summary>Only General can be hidden.</summary>
    public bool Hidden { get; set; }

    public bool Pinned { get; set; }
}
