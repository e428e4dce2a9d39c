using System.Text;
using TelegramRest.Simulator.Storage;
using TelegramRest.Wire;

namespace TelegramRest.Simulator.Sessions.Keys;

/// <summary>The RSA key that all data centres share; made once and kept, because clients are given its public half beforehand.</summary>
internal static class ServerKey
{
    private const string Table = "server";
    private const string Row = "rsa";

    public static RsaPrivateKey LoadOrCreate(IStateStore store)
    {
        foreach (var (key, value) in store.Scan(Table))
        {
            if (key == Row)
                return RsaPrivateKey.FromPem(Encoding.ASCII.GetString(value));
        }

        var created = Generate();
        store.Put(Table, Row, Encoding.ASCII.GetBytes(created.ToPem()));
        return created;
    }

    // Some clients (mtcute among them) compare fingerprints as hexadecimal text of which one side drops leading zeros.
    private static RsaPrivateKey Generate()
    {
        RsaPrivateKey key;
        do
            key = RsaPrivateKey.Generate();
        while ((ulong)key.PublicKey.Fingerprint >> 60 == 0);
        return key;
    }
}
