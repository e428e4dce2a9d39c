using System.Text.Json.Serialization;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World.Polls;

/// <summary>A poll (https://core.telegram.org/api/poll). It is one poll wherever it was forwarded to.</summary>
internal sealed class StoredPoll
{
    public required long Id { get; init; }

    public required long CreatorId { get; init; }

    /// <summary>What all viewers see alike; every answer has its option and its media.</summary>
    [JsonConverter(typeof(TlJson<Tl.Poll>))]
    public required Tl.Poll Poll { get; init; }

    /// <summary>The options that a quiz counts as right.</summary>
    public byte[][] Correct { get; init; } = [];

    public string? Solution { get; init; }

    [JsonConverter(typeof(TlArrayJson<Tl.MessageEntityBase>))]
    public Tl.MessageEntityBase[] SolutionEntities { get; init; } = [];

    [JsonConverter(typeof(TlJson<Tl.MessageMediaBase>))]
    public Tl.MessageMediaBase? SolutionMedia { get; init; }

    [JsonConverter(typeof(TlJson<Tl.MessageMediaBase>))]
    public Tl.MessageMediaBase? AttachedMedia { get; init; }

    /// <summary>The number of the newest option; options are never numbered twice.</summary>
    public int LastOption { get; set; }

    /// <summary>By voter.</summary>
    public Dictionary<long, StoredVote> Votes { get; init; } = [];

    /// <summary>The messages that show it.</summary>
    public HashSet<long> Messages { get; init; } = [];

    public IEnumerable<Tl.PollAnswer> Answers => Poll.Answers.OfType<Tl.PollAnswer>();
}
