namespace TelegramRest.Generator.OpenApi.Read;

/// <summary>Headers and query parameters beside a request's own are described, too.</summary>
internal static class ParameterRule
{
    public static void Check(SpecNode document)
    {
        foreach (var parameter in document["components"].Find("parameters")?.Members ?? [])
        {
            _ = parameter["description"].Text;
        }

        foreach (var parameter in document["paths"].Members.SelectMany(path => path.Members).Where(node => node.IsMap).SelectMany(operation => operation.Find("parameters")?.Items ?? []))
        {
            if (!parameter.Has("$ref"))
            {
                _ = parameter["description"].Text;
            }
        }
    }
}
