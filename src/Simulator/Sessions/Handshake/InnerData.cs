namespace TelegramRest.Simulator.Sessions.Handshake;

/// <summary>
/// What a client sends under the RSA key: its second nonce, and whether the key shall be temporary.
/// Both the present forms and those without a data centre are read; the data centre is that of the port, whatever the client says.
/// </summary>
internal sealed record InnerData(byte[] Nonce, byte[] ServerNonce, byte[] NewNonce, bool NamesDataCentre, int ExpiresIn)
{
    /// <summary>Reads one from the start of <paramref name="data"/>.</summary>
    /// <exception cref="Tl.TlException">It is none of the four forms.</exception>
    public static InnerData Read(ReadOnlySpan<byte> data, out int length)
    {
        var reader = new Tl.TlReader(data);
        var id = reader.ReadUInt32();
        if (id is not (ServiceIds.PqInnerData or ServiceIds.PqInnerDataDc or ServiceIds.PqInnerDataTemp or ServiceIds.PqInnerDataTempDc))
            throw new Tl.TlException($"no inner data: {id:x8}");
        reader.ReadBytesSpan();
        reader.ReadBytesSpan();
        reader.ReadBytesSpan();
        var nonce = reader.ReadRaw(16).ToArray();
        var serverNonce = reader.ReadRaw(16).ToArray();
        var newNonce = reader.ReadRaw(32).ToArray();
        var namesDataCentre = id is ServiceIds.PqInnerDataDc or ServiceIds.PqInnerDataTempDc;
        if (namesDataCentre)
            reader.ReadInt32();
        var expiresIn = id is ServiceIds.PqInnerDataTemp or ServiceIds.PqInnerDataTempDc ? reader.ReadInt32() : 0;
        length = reader.Position;
        return new InnerData(nonce, serverNonce, newNonce, namesDataCentre, expiresIn);
    }

    /// <summary>The length of the object at the start, or −1.</summary>
    public static int Measure(ReadOnlySpan<byte> data)
    {
        try
        {
            Read(data, out var length);
            return length;
        }
        catch (Tl.TlException)
        {
            return -1;
        }
    }
}
