namespace TelegramRest.Mtproto.Messages;

/// <summary>A query that stands packed inside the header that is not.</summary>
internal sealed class PackedQuery(byte[] packed) : Tl.TlMethod
{
    public override uint ConstructorId => Gzip.PackedId;

    public override void Write(Tl.TlWriter writer)
    {
        writer.WriteUInt32(Gzip.PackedId);
        writer.WriteBytes(packed);
    }

    public override object ReadResultObject(ref Tl.TlReader reader) => throw new NotSupportedException("The query itself reads its result.");

    public override void WriteResultObject(Tl.TlWriter writer, object result) => throw new NotSupportedException("The query itself writes its result.");
}
