using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace TelegramRest.Accounts.Storage;

/// <summary>Encrypts what must not be read from the store's file: auth keys, bot tokens, webhook secrets.</summary>
/// <remarks>https://learn.microsoft.com/aspnet/core/security/data-protection/introduction</remarks>
internal sealed class Vault
{
    private readonly IDataProtector protector;

    private Vault(IDataProtector protector) => this.protector = protector;

    public static Vault Open(string directory)
    {
        var keys = Directory.CreateDirectory(Path.Combine(directory, "keys"));
        if (!OperatingSystem.IsWindows())
        {
            keys.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        var provider = DataProtectionProvider.Create(keys, builder => builder.SetApplicationName("telegram.rest"));
        return new Vault(provider.CreateProtector("accounts"));
    }

    public byte[] Protect(ReadOnlySpan<byte> secret) => protector.Protect(secret.ToArray());

    public byte[] Protect(string secret) => protector.Protect(Encoding.UTF8.GetBytes(secret));

    /// <exception cref="CryptographicException">The keys folder does not belong to this store.</exception>
    public byte[] Open(byte[] ciphertext) => protector.Unprotect(ciphertext);

    public string OpenText(byte[] ciphertext) => Encoding.UTF8.GetString(protector.Unprotect(ciphertext));

    /// <summary>What a user token's secret part is stored as. It has 256 random bits, so a plain hash is enough.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
