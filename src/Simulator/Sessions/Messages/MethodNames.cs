using System.Collections.Concurrent;

namespace TelegramRest.Simulator.Sessions.Messages;

/// <summary>A method's name as the schema writes it: <c>Tl.Messages.SendMessage</c> is <c>messages.sendMessage</c>.</summary>
internal static class MethodNames
{
    private static readonly ConcurrentDictionary<Type, string> Names = new();

    public static string Of(Tl.TlMethod method) => Names.GetOrAdd(method.GetType(), Compute);

    private static string Compute(Type type)
    {
        var root = typeof(Tl.TlMethod).Namespace!.Length;
        var name = Lower(type.Name);
        return type.Namespace!.Length > root ? $"{Lower(type.Namespace[(root + 1)..])}.{name}" : name;
    }

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
