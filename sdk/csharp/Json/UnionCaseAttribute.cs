using System.Text.Json;

namespace TelegramRest.Client.Json;

/// <summary>One case of a union, and by what it is told: the constant of a member, the presence of one, both, or the kind of JSON value.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
internal sealed class UnionCaseAttribute(Type type) : Attribute
{
    public Type Type { get; } = type;

    public string? Member { get; init; }

    /// <summary>A text or an integer.</summary>
    public object? Value { get; init; }

    public string? ChosenBy { get; init; }

    public JsonTokenType Token { get; init; } = JsonTokenType.StartObject;

    /// <summary>How many things have to be true of an object of this case.</summary>
    public int Conditions => (Member is null ? 0 : 1) + (ChosenBy is null ? 0 : 1);
}
