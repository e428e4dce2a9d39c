namespace TelegramRest.Generator.OpenApi.Model;

/// <summary>Finds the schemas that requests hold, which are those that need readers.</summary>
internal static class Reachability
{
    public static IReadOnlySet<string> OfRequests(ApiModel model)
    {
        var found = new HashSet<string>();
        foreach (var operation in model.Operations)
        {
            Visit(model, operation.Request.Name, found);
        }

        return found;
    }

    private static void Visit(ApiModel model, string name, HashSet<string> found)
    {
        if (!found.Add(name))
        {
            return;
        }

        switch (model.Schemas[name])
        {
            case ApiClass source:
                foreach (var property in source.Properties)
                {
                    Visit(model, property.Shape, found);
                }

                break;
            case ApiUnion union:
                foreach (var item in union.Cases)
                {
                    Visit(model, item, found);
                }

                foreach (var (_, shape) in union.Plain)
                {
                    Visit(model, shape, found);
                }

                break;
        }
    }

    private static void Visit(ApiModel model, Shape shape, HashSet<string> found)
    {
        switch (shape)
        {
            case ArrayShape array:
                Visit(model, array.Item, found);
                break;
            case NamedShape named:
                Visit(model, named.Name, found);
                break;
        }
    }
}
