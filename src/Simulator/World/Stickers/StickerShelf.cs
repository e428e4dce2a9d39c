using System.Buffers.Binary;
using System.Security.Cryptography;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World.Stickers;

/// <summary>The sticker sets of this world: one of stickers and one of custom emoji, made when somebody first asks for them.</summary>
internal sealed class StickerShelf(SimulatorWorld world)
{
    /// <summary>The short name of the set of stickers.</summary>
    public const string Animals = "SimulatorAnimals";

    /// <summary>The short name of the set of custom emoji; forum topics take their icons from it.</summary>
    public const string Emoji = "SimulatorEmoji";

    private const int StickerSide = 512;
    private const int EmojiSide = 100;

    private static readonly string[] AnimalEmoji = ["🐱", "🐶", "🦊", "🐸"];
    private static readonly string[] CustomEmoji = ["🔥", "❤", "💎", "📌", "⭐", "💬"];

    private readonly Dictionary<string, StoredStickerSet> _sets = new(StringComparer.OrdinalIgnoreCase);

    public StoredStickerSet? Find(Tl.InputStickerSetBase input) => input switch
    {
        Tl.InputStickerSetShortName it => ByName(it.ShortName),
        Tl.InputStickerSetID it => _sets.Values.FirstOrDefault(set => set.Id == it.Id && set.AccessHash == it.AccessHash),
        Tl.InputStickerSetEmojiDefaultTopicIcons or Tl.InputStickerSetEmojiDefaultStatuses => ByName(Emoji),
        _ => null,
    };

    public Tl.Messages.StickerSet ToTl(StoredStickerSet set)
    {
        var documents = set.Stickers.Select(sticker => world.Files.Find(sticker.DocumentId)).OfType<StoredFile>().Select(world.Files.ToDocument).ToArray<Tl.DocumentBase>();
        return new Tl.Messages.StickerSet
        {
            Set = new Tl.StickerSet
            {
                Official = true,
                Emojis = set.Emojis,
                Id = set.Id,
                AccessHash = set.AccessHash,
                Title = set.Title,
                ShortName = set.ShortName,
                Count = documents.Length,
                Hash = documents.Length,
            },
            Packs = [.. set.Stickers.GroupBy(sticker => sticker.Emoji).Select(same => new Tl.StickerPack { Emoticon = same.Key, Documents = [.. same.Select(sticker => sticker.DocumentId)] })],
            Keywords = [],
            Documents = documents,
        };
    }

    public void Load()
    {
        foreach (var (_, set) in world.Rows.Load(Rows.StickerSets, WorldJson.Default.StoredStickerSet))
            _sets[set.ShortName] = set;
    }

    private StoredStickerSet? ByName(string name)
    {
        if (_sets.TryGetValue(name, out var set))
            return set;
        if (name.Equals(Animals, StringComparison.OrdinalIgnoreCase))
            return Make(Animals, "Simulated animals", AnimalEmoji, emojis: false);
        return name.Equals(Emoji, StringComparison.OrdinalIgnoreCase) ? Make(Emoji, "Simulated emoji", CustomEmoji, emojis: true) : null;
    }

    private StoredStickerSet Make(string name, string title, string[] emoji, bool emojis)
    {
        var set = new StoredStickerSet { Id = NewId(), AccessHash = NewId(), ShortName = name, Title = title, Emojis = emojis };
        var input = new Tl.InputStickerSetID { Id = set.Id, AccessHash = set.AccessHash };
        var side = emojis ? EmojiSide : StickerSide;
        var owner = world.Roster.Account(Roster.ServiceId)!;
        foreach (var each in emoji)
        {
            Tl.DocumentAttributeBase kind = emojis
                ? new Tl.DocumentAttributeCustomEmoji { Free = true, Alt = each, Stickerset = input }
                : new Tl.DocumentAttributeSticker { Alt = each, Stickerset = input };
            Tl.DocumentAttributeBase[] attributes = [new Tl.DocumentAttributeImageSize { W = side, H = side }, kind, new Tl.DocumentAttributeFilename { FileName = "sticker.webp" }];
            var file = world.Files.MakeDocument(owner, StickerPicture.Of(side, side), "image/webp", attributes);
            set.Stickers.Add(new StoredSticker(file.Id, each));
        }

        _sets[name] = set;
        world.Rows.Save(set);
        return set;
    }

    private static long NewId() => BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;
}
