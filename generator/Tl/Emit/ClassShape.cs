using TelegramRest.Generator.Tl.Model;

namespace TelegramRest.Generator.Tl.Emit;

/// <summary>
/// The properties of a combinator's class over all its forms. A field that changed its type, or went away, stays as a property of
/// the older forms, so that a server can still read what an older client says.
/// </summary>
internal sealed class ClassShape
{
    private readonly TlSchema _schema;
    private readonly ClassNames _names;
    private readonly string _className;
    private readonly Dictionary<(string Field, TlTypeRef Type), ClassMember> _members = [];

    public ClassShape(TlCombinator combinator, TlSchema schema, ClassNames names)
    {
        _schema = schema;
        _names = names;
        _className = names.Of(combinator).Name;
        foreach (var field in Fields(combinator.Newest))
            Add(combinator.Newest, field, PropertyName(field), isOlderOnly: false);

        foreach (var form in combinator.OlderForms)
        {
            foreach (var field in Fields(form.Definition).Where(field => !_members.ContainsKey(Key(field))))
            {
                var isTaken = _members.Keys.Any(key => key.Field == field.Name);
                Add(form.Definition, field, PropertyName(field) + (isTaken ? $"Before{form.LastLayer + 1}" : ""), isOlderOnly: true);
            }
        }
    }

    public IEnumerable<ClassMember> Members => _members.Values;

    public ClassMember Member(TlField field) => _members[Key(field)];

    /// <summary>The members that a form does not have.</summary>
    public IEnumerable<ClassMember> MissingFrom(TlDefinition definition) =>
        Members.Except(Fields(definition).Select(Member));

    private static IEnumerable<TlField> Fields(TlDefinition definition) => definition.Fields.Where(field => !field.Type.IsFlags);

    private void Add(TlDefinition definition, TlField field, string name, bool isOlderOnly)
    {
        var type = ValueType.Of(definition, field.Type, _names, _schema);
        var isOptional = isOlderOnly ? type.Name != "bool" || !field.Type.IsTrue : field.IsConditional && !field.Type.IsTrue;
        _members.Add(Key(field), new ClassMember(name, type, isOptional, isOlderOnly));
    }

    private static (string Field, TlTypeRef Type) Key(TlField field) => (field.Name, field.Type);

    private string PropertyName(TlField field) =>
        ClassNames.Pascal(field.Name) is var name && name == _className ? name + "Value" : name;
}
