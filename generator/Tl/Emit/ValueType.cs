using TelegramRest.Generator.Tl.Model;

namespace TelegramRest.Generator.Tl.Emit;

/// <summary>How a field's type looks in C#, and the expressions that read and write it.</summary>
internal sealed class ValueType
{
    private ValueType(string name, string read, Func<string, string> write, bool isReference, string fallback)
    {
        Name = name;
        Read = read;
        Write = write;
        IsReference = isReference;
        Fallback = fallback;
    }

    /// <summary>The C# type, not nullable.</summary>
    public string Name { get; }

    public string Read { get; }

    /// <summary>From the expression of a value, the statement that writes it.</summary>
    public Func<string, string> Write { get; }

    public bool IsReference { get; }

    /// <summary>What stands in for an absent value where one must be written; empty when nothing can.</summary>
    public string Fallback { get; }

    public static ValueType Of(TlDefinition definition, TlTypeRef type, ClassNames names, TlSchema schema) => type switch
    {
        { Vector: TlVector.Boxed } => VectorOf(definition, type, names),
        { Vector: TlVector.Bare } => BareVectorOf(definition, type, names, schema),
        { Name: "int" } => Scalar("int", "Int32"),
        { Name: "long" } => Scalar("long", "Int64"),
        { Name: "double" } => Scalar("double", "Double"),
        { Name: "Bool" } => Scalar("bool", "Bool"),
        { Name: "bytes" } => Scalar("global::System.ReadOnlyMemory<byte>", "Bytes"),
        { Name: "int128" } => Fixed(16),
        { Name: "int256" } => Fixed(32),
        { Name: "string" } => new("string", "r.ReadString()", value => $"w.WriteString({value});", true, "\"\""),
        { Name: "true" } => new("bool", "true", _ => "", false, "false"),
        { Name: "!X" } => new($"global::{ClassNames.Root}.TlMethod", "r.ReadMethod()", value => $"w.WriteObject({value});", true, ""),
        { IsPrimitive: true } => throw definition.Source.Problem($"{definition.Name} has a {type}, which is not supported"),
        _ => ObjectOf(names.OfType(type.Name).Global),
    };

    private static ValueType Scalar(string name, string suffix) =>
        new(name, $"r.Read{suffix}()", value => $"w.Write{suffix}({value});", false, "default");

    private static ValueType Fixed(int length) =>
        new("global::System.ReadOnlyMemory<byte>", $"r.ReadFixed({length})", value => $"w.WriteFixed({value}, {length});", false, "default");

    private static ValueType ObjectOf(string name) =>
        new(name, $"r.Read<{name}>()", value => $"w.WriteObject({value});", true, "");

    private static ValueType VectorOf(TlDefinition definition, TlTypeRef type, ClassNames names) => type.Name switch
    {
        "int" => Vector("int", "Int32Vector"),
        "long" => Vector("long", "Int64Vector"),
        "double" => Vector("double", "DoubleVector"),
        "string" => Vector("string", "StringVector"),
        "bytes" => Vector("global::System.ReadOnlyMemory<byte>", "BytesVector"),
        _ when type.IsPrimitive => throw definition.Source.Problem($"{definition.Name} has a {type}, which is not supported"),
        _ => VectorOfObjects(names.OfType(type.Name).Global),
    };

    private static ValueType Vector(string element, string suffix) =>
        new(element + "[]", $"r.Read{suffix}()", value => $"w.Write{suffix}({value});", true, "[]");

    private static ValueType VectorOfObjects(string element) =>
        new(element + "[]", $"r.ReadVector<{element}>()", value => $"w.WriteVector({value});", true, "[]");

    /// <summary>The service schema's <c>vector&lt;future_salt&gt;</c>, whose elements are bare too.</summary>
    private static ValueType BareVectorOf(TlDefinition definition, TlTypeRef type, ClassNames names, TlSchema schema)
    {
        if (type.IsPrimitive || schema.Types.ContainsKey(type.Name))
            throw definition.Source.Problem($"{definition.Name} has a {type}, which is not supported");
        var element = names.Of(schema.Constructor(type.Name)).Global;
        return new(element + "[]", $"{element}.ReadBareVector(ref r)", value => $"{element}.WriteBareVector(w, {value});", true, "[]");
    }
}
