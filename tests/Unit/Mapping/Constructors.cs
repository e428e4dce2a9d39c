using System.Reflection;
using System.Runtime.CompilerServices;

namespace TelegramRest.Tests.Unit.Mapping;

/// <summary>One object of each constructor of a Telegram type, with the emptiest values that the schema allows.</summary>
internal static class Constructors
{
    private const int MaxDepth = 6;

    public static IEnumerable<T> All<T>()
        where T : Tl.TlObject =>
        typeof(T).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(T))).Select(type => (T)Create(type, 0));

    private static object Create(Type type, int depth)
    {
        var value = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(property => property.GetCustomAttribute<RequiredMemberAttribute>() != null))
            property.SetValue(value, Default(property.PropertyType, depth + 1));
        return value;
    }

    private static object Default(Type type, int depth)
    {
        if (type == typeof(string))
            return "";
        if (type.IsArray)
            return Array.CreateInstance(type.GetElementType()!, 0);
        if (!type.IsAbstract)
            return Create(type, depth);
        if (depth > MaxDepth)
            throw new InvalidOperationException($"{type.Name} needs itself.");

        var simplest = type.Assembly.GetTypes()
            .Where(candidate => !candidate.IsAbstract && candidate.IsSubclassOf(type))
            .OrderBy(candidate => candidate.GetProperties().Count(property => property.GetCustomAttribute<RequiredMemberAttribute>() != null))
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .First();
        return Create(simplest, depth);
    }
}
