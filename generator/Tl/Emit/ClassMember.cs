using TelegramRest.Generator.Tl.Model;

namespace TelegramRest.Generator.Tl.Emit;

/// <summary>A property of a generated class: a field of the newest form, or one that only older forms have.</summary>
internal sealed record ClassMember(string Name, ValueType Type, bool IsOptional, bool IsOlderOnly)
{
    public bool IsRequired => Type.IsReference && !IsOptional;

    /// <summary>The condition under which the member has a value.</summary>
    public string IsPresent => IsOptional ? $"{Name} is not null" : Type.Name == "bool" ? Name : "true";

    /// <summary>The value where one has to be written whether or not it is present.</summary>
    public string Value => (IsOptional, Type.IsReference, Type.Fallback) switch
    {
        (false, _, _) or (true, true, "") => Name,
        (true, true, var fallback) => $"{Name} ?? {fallback}",
        (true, false, _) => $"{Name}.GetValueOrDefault()",
    };
}
