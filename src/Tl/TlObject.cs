namespace TelegramRest.Tl;

/// <summary>A boxed TL value: a constructor of the schema with its fields. See https://core.telegram.org/mtproto/TL.</summary>
public abstract class TlObject
{
    /// <summary>The id of the constructor's newest form; an older layer may know it by another.</summary>
    public abstract uint ConstructorId { get; }

    /// <summary>Writes the id and the fields in the form that <see cref="TlWriter.Layer"/> knows.</summary>
    /// <exception cref="TlLayerException">The layer does not have this constructor, or one inside it.</exception>
    /// <exception cref="TlException">A field that its flag demands is missing, or does not fit.</exception>
    public abstract void Write(TlWriter writer);
}
