namespace TelegramRest.Generator.OpenApi.Read;

/// <summary>What has a name has a description, and the description says more than the name.</summary>
internal static class DescriptionRule
{
    public static string Read(SpecNode node)
    {
        var description = node.FindText("description") ?? throw node.Problem("description is missing");
        return Letters(description) == Letters(node.Name) ? throw node["description"].Problem("the description says no more than the name") : description;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter)).ToLowerInvariant();
}
