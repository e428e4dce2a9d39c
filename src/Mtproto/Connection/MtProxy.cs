using System.Buffers.Text;
using TelegramRest.Wire;

namespace TelegramRest.Mtproto.Connection;

/// <summary>
/// An MTProto proxy. Its secret has 16 bytes, or 17 of which the first (<c>dd</c>) asks for padded frames; in hexadecimal or base64url.
/// https://core.telegram.org/mtproto/mtproto-transports#transport-obfuscation
/// </summary>
public sealed class MtProxy : Proxy
{
    private const int SecretSize = 16;

    private readonly byte[] secret;

    /// <exception cref="WireException">The secret is malformed, or asks for fake TLS, which is not spoken here.</exception>
    public MtProxy(string host, int port, string secret)
        : base(host, port)
    {
        var bytes = Decode(secret);
        Padded = bytes.Length == SecretSize + 1 && bytes[0] == 0xDD;
        if (bytes.Length > SecretSize + 1 && bytes[0] == 0xEE)
            throw new WireException("Proxies with fake TLS (secrets that begin with ee) are not supported.");
        if (bytes.Length != SecretSize && !Padded)
            throw new WireException("A proxy's secret has 16 bytes, or 17 that begin with dd.");
        this.secret = bytes[^SecretSize..];
    }

    internal bool Padded { get; }

    internal ReadOnlySpan<byte> Secret => secret;

    private static byte[] Decode(string text)
    {
        try
        {
            return text.Length >= 2 * SecretSize && text.All(char.IsAsciiHexDigit)
                ? Convert.FromHexString(text)
                : Base64Url.DecodeFromChars(text.AsSpan().TrimEnd('='));
        }
        catch (FormatException exception)
        {
            throw new WireException("A proxy's secret is hexadecimal or base64url.", exception);
        }
    }
}
