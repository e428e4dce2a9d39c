namespace TelegramRest.Mtproto;

/// <summary>Where one account's keys survive the process. Calls do not overlap for the same data centre.</summary>
public interface IAuthStore
{
    /// <summary>All that was saved; empty for a new account.</summary>
    ValueTask<AuthState> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Replaces what is kept for <see cref="DcAuth.DcId"/>. A new key is used only after this has completed.</summary>
    ValueTask SaveAsync(DcAuth auth, CancellationToken cancellationToken);

    /// <summary>The key of a data centre is worthless.</summary>
    ValueTask RemoveAsync(int dcId, CancellationToken cancellationToken);

    /// <summary>The account lives in another data centre than thought.</summary>
    ValueTask SaveHomeDcAsync(int dcId, CancellationToken cancellationToken);
}
