using System.Runtime.InteropServices;

namespace TelegramRest.Wire.Arithmetic;

/// <summary>OpenSSL's constant-time modular exponentiation, where the library is installed.</summary>
internal static unsafe class Libcrypto
{
    private static readonly string[] Names = ["libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.3.dylib", "libcrypto-3-x64.dll", "libcrypto"];

    private static readonly delegate* unmanaged<nint> NewNumber;
    private static readonly delegate* unmanaged<nint, void> ClearFreeNumber;
    private static readonly delegate* unmanaged<byte*, int, nint, nint> FromBinary;
    private static readonly delegate* unmanaged<nint, byte*, int, int> ToBinaryPadded;
    private static readonly delegate* unmanaged<nint> NewContext;
    private static readonly delegate* unmanaged<nint, void> FreeContext;
    private static readonly delegate* unmanaged<nint, nint, nint, nint, nint, nint, int> ModExpConstTime;

    static Libcrypto()
    {
        foreach (var name in Names)
        {
            if (!NativeLibrary.TryLoad(name, typeof(Libcrypto).Assembly, null, out var library))
                continue;
            if (NativeLibrary.TryGetExport(library, "BN_new", out var newNumber)
                && NativeLibrary.TryGetExport(library, "BN_clear_free", out var clearFree)
                && NativeLibrary.TryGetExport(library, "BN_bin2bn", out var fromBinary)
                && NativeLibrary.TryGetExport(library, "BN_bn2binpad", out var toBinary)
                && NativeLibrary.TryGetExport(library, "BN_CTX_new", out var newContext)
                && NativeLibrary.TryGetExport(library, "BN_CTX_free", out var freeContext)
                && NativeLibrary.TryGetExport(library, "BN_mod_exp_mont_consttime", out var modExp))
            {
                NewNumber = (delegate* unmanaged<nint>)newNumber;
                ClearFreeNumber = (delegate* unmanaged<nint, void>)clearFree;
                FromBinary = (delegate* unmanaged<byte*, int, nint, nint>)fromBinary;
                ToBinaryPadded = (delegate* unmanaged<nint, byte*, int, int>)toBinary;
                NewContext = (delegate* unmanaged<nint>)newContext;
                FreeContext = (delegate* unmanaged<nint, void>)freeContext;
                ModExpConstTime = (delegate* unmanaged<nint, nint, nint, nint, nint, nint, int>)modExp;
                IsSupported = true;
                return;
            }
        }
    }

    public static bool IsSupported { get; }

    /// <summary>Big endian in and out; <paramref name="result"/> is left-padded with zeros to its length.</summary>
    public static void ModPow(ReadOnlySpan<byte> value, ReadOnlySpan<byte> exponent, ReadOnlySpan<byte> modulus, Span<byte> result)
    {
        var context = NewContext();
        nint a = 0, p = 0, m = 0, r = 0;
        try
        {
            a = Load(value);
            p = Load(exponent);
            m = Load(modulus);
            r = NewNumber();
            if (context == 0 || a == 0 || p == 0 || m == 0 || r == 0)
                throw new InsufficientMemoryException("libcrypto could not allocate a number.");
            if (ModExpConstTime(r, a, p, m, context, 0) != 1)
                throw new WireException("libcrypto refused the exponentiation.");
            fixed (byte* target = result)
            {
                if (ToBinaryPadded(r, target, result.Length) != result.Length)
                    throw new WireException("The result does not fit.");
            }
        }
        finally
        {
            Free(a);
            Free(p);
            Free(m);
            Free(r);
            if (context != 0)
                FreeContext(context);
        }
    }

    private static nint Load(ReadOnlySpan<byte> number)
    {
        fixed (byte* bytes = number)
            return FromBinary(bytes, number.Length, 0);
    }

    private static void Free(nint number)
    {
        if (number != 0)
            ClearFreeNumber(number);
    }
}
