namespace TelegramRest.Tests.Unit.Mtproto.Scripted;

/// <summary>A message as the client sent it, out of its container.</summary>
internal sealed record ClientMessage(long SessionId, long Salt, long MessageId, int SequenceNumber, long ContainerId, byte[] Body)
{
    public uint ConstructorId => BitConverter.ToUInt32(Body);

    /// <summary>The service message.</summary>
    public Tl.TlObject Read()
    {
        var reader = new Tl.TlReader(Body);
        return reader.ReadObject();
    }

    /// <summary>The query, with whatever header it has.</summary>
    public Tl.TlMethod ReadWhole()
    {
        var reader = new Tl.TlReader(Body);
        return reader.ReadMethod();
    }

    /// <summary>The query without headers.</summary>
    public Tl.TlMethod ReadQuery()
    {
        for (var query = ReadWhole(); ;)
        {
            switch (query)
            {
                case Tl.InvokeWithLayer outer:
                    query = outer.Query;
                    break;
                case Tl.InitConnection outer:
                    query = outer.Query;
                    break;
                case Tl.InvokeWithoutUpdates outer:
                    query = outer.Query;
                    break;
                default:
                    return query;
            }
        }
    }
}
