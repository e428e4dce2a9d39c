namespace TelegramRest.Mapping.Text;

/// <summary>
/// Makes any set of entities nest properly:
/// links, mentions and the like never overlap one another (the first, and of those the longest, stays),
/// quotes neither, and styles are cut where anything else begins or ends.
/// </summary>
internal static class EntityNesting
{
    /// <summary>Brings entities into order and into proper nesting.</summary>
    public static List<TextEntity> Fix(List<TextEntity> entities)
    {
        if (entities.Count == 0)
            return entities;

        EntityKinds.Sort(entities);
        var (solid, quotes, styles) = Divide(entities);
        solid = WithoutOverlaps(solid);
        quotes = WithoutOverlaps(quotes);
        return Join(InsideOrOutside(solid, quotes), quotes, styles);
    }

    /// <summary>Adds detected entities where they do not touch those that are there. Both lists are in order and nest.</summary>
    public static List<TextEntity> Merge(List<TextEntity> entities, List<TextEntity> detected)
    {
        if (detected.Count == 0)
            return entities;

        var (solid, quotes, styles) = Divide(entities);
        return Join(Interleave(solid, InsideOrOutside(detected, quotes)), quotes, styles);
    }

    /// <summary>Drops all that overlaps an earlier one, nested ones too. <paramref name="entities"/> are sorted.</summary>
    public static List<TextEntity> WithoutOverlaps(List<TextEntity> entities)
    {
        var kept = new List<TextEntity>(entities.Count);
        var end = 0;
        foreach (var entity in entities)
        {
            if (entity.Offset < end)
                continue;
            kept.Add(entity);
            end = entity.End;
        }

        return kept;
    }

    private static (List<TextEntity> Solid, List<TextEntity> Quotes, List<TextEntity> Styles) Divide(List<TextEntity> entities)
    {
        var solid = new List<TextEntity>();
        var quotes = new List<TextEntity>();
        var styles = new List<TextEntity>();
        foreach (var entity in entities)
        {
            var target = EntityKinds.StyleIndex(entity.Type) >= 0 ? styles : EntityKinds.IsQuote(entity.Type) ? quotes : solid;
            target.Add(entity);
        }

        return (solid, quotes, styles);
    }

    /// <summary>Keeps what lies wholly in a quote or wholly outside of all.</summary>
    private static List<TextEntity> InsideOrOutside(List<TextEntity> entities, List<TextEntity> quotes)
    {
        if (quotes.Count == 0)
            return entities;

        var kept = new List<TextEntity>(entities.Count);
        var next = 0;
        foreach (var entity in entities)
        {
            while (next < quotes.Count && quotes[next].End <= entity.Offset)
                next++;
            if (next == quotes.Count || quotes[next].Offset >= entity.End || (quotes[next].Offset <= entity.Offset && entity.End <= quotes[next].End))
                kept.Add(entity);
        }

        return kept;
    }

    private static List<TextEntity> Interleave(List<TextEntity> old, List<TextEntity> detected)
    {
        var merged = new List<TextEntity>(old.Count + detected.Count);
        var next = 0;
        foreach (var entity in old)
        {
            for (; next < detected.Count && detected[next].End <= entity.Offset; next++)
                merged.Add(detected[next]);
            merged.Add(entity);
            while (next < detected.Count && detected[next].Offset < entity.End)
                next++;
        }

        merged.AddRange(detected.Skip(next));
        return merged;
    }

    private static List<TextEntity> Join(List<TextEntity> solid, List<TextEntity> quotes, List<TextEntity> styles)
    {
        var fixedEntities = new List<TextEntity>(solid.Count + quotes.Count + styles.Count);
        fixedEntities.AddRange(solid);
        fixedEntities.AddRange(quotes);
        EntityKinds.Sort(fixedEntities);
        if (styles.Count != 0)
        {
            fixedEntities.AddRange(StyleCutter.Cut(styles, fixedEntities));
            EntityKinds.Sort(fixedEntities);
        }

        return fixedEntities;
    }
}
