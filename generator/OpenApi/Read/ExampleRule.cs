namespace TelegramRest.Generator.OpenApi.Read;

/// <summary>Every operation shows what is sent and what comes back; that the examples are valid is a test's business.</summary>
internal static class ExampleRule
{
    public static void Check(SpecNode operation)
    {
        if (operation.Find("requestBody") is { } body)
        {
            Need(body["content"]["application/json"]);
        }

        Need(operation["responses"]["200"]["content"]["application/json"]);
    }

    private static void Need(SpecNode mediaType)
    {
        if (!mediaType.Has("example"))
        {
            throw mediaType.Problem("example is missing");
        }
    }
}
