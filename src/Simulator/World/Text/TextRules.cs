using TelegramRest.Simulator.Rpc;

namespace TelegramRest.Simulator.World.Text;

/// <summary>Cleans a text and its entities as Telegram does when a message arrives (https://core.telegram.org/api/entities).</summary>
internal static class TextRules
{
    public const int MessageLimit = 4096;
    public const int CaptionLimit = 1024;

    private const int EntityLimit = 100;

    /// <param name="entities">As the client sent them; users are resolved by <paramref name="mentionUser"/>.</param>
    /// <param name="mentionUser">Gives the id of a mentioned user, or null when there is none.</param>
    /// <exception cref="RpcError">ENTITY_BOUNDS_INVALID.</exception>
    public static Formatted Clean(string text, IReadOnlyList<Tl.MessageEntityBase>? entities, Func<Tl.InputUserBase, long?> mentionUser)
    {
        var marks = new List<Tl.MessageEntityBase>();
        foreach (var entity in (entities ?? []).Take(EntityLimit))
        {
            var (offset, length) = EntitySpan.Of(entity);
            if (offset < 0 || length <= 0 || offset > text.Length - length)
                throw new RpcError(400, "ENTITY_BOUNDS_INVALID");
            if (entity is Tl.InputMessageEntityMentionName mention)
            {
                if (mentionUser(mention.UserId) is { } userId)
                    marks.Add(new Tl.MessageEntityMentionName { Offset = offset, Length = length, UserId = userId });
            }
            else if (entity is not Tl.MessageEntityUnknown)
            {
                marks.Add(entity);
            }
        }

        var start = text.Length - text.AsSpan().TrimStart().Length;
        var trimmed = text.Trim();
        var kept = marks.Select(mark => EntitySpan.Clip(mark, start, trimmed.Length)).OfType<Tl.MessageEntityBase>().ToList();
        var closed = kept.Where(EntitySpan.Excludes).Select(EntitySpan.Of).ToList();
        kept.AddRange(EntityDetector.Detect(trimmed, closed).ToList());
        kept.Sort(static (left, right) =>
        {
            var (a, b) = (EntitySpan.Of(left), EntitySpan.Of(right));
            return a.Offset != b.Offset ? a.Offset.CompareTo(b.Offset) : b.Length.CompareTo(a.Length);
        });
        return new Formatted(trimmed, [.. kept]);
    }

    /// <summary>Telegram counts code points, not UTF-16 units.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();
}
