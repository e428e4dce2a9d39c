namespace TelegramRest.Mapping.Text;

/// <summary>Finds what marks itself: mentions, hashtags, cashtags, commands, card numbers, links and addresses.</summary>
/// <remarks>https://core.telegram.org/api/entities</remarks>
public static class EntityDetector
{
    /// <returns>In order, none overlapping another.</returns>
    public static List<TextEntity> Detect(string text, bool skipBotCommands = false)
    {
        var found = new List<TextEntity>();
        WordFinder.AddMentions(text, found);
        if (!skipBotCommands)
            WordFinder.AddBotCommands(text, found);
        TagFinder.AddHashtags(text, found);
        TagFinder.AddCashtags(text, found);
        BankCardFinder.Add(text, found);
        AppLinkFinder.Add(text, found);
        UrlFinder.Add(text, found);
        EntityKinds.Sort(found);
        return EntityNesting.WithoutOverlaps(found);
    }
}
