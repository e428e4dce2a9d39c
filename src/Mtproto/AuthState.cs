namespace TelegramRest.Mtproto;

/// <summary>What an account's store holds for the engine.</summary>
/// <param name="HomeDc">The data centre that the account lives in; null before it was ever told.</param>
/// <param name="Keys">One entry for each data centre with a key.</param>
public sealed record AuthState(int? HomeDc, IReadOnlyList<DcAuth> Keys)
{
    /// <summary>A new account's.</summary>
    public static AuthState Empty { get; } = new(null, []);
}
