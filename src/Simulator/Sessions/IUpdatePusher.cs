namespace TelegramRest.Simulator.Sessions;

/// <summary>The way from the world to connected clients. No method blocks or throws for a client that is gone: differences repair what a push lost.</summary>
internal interface IUpdatePusher
{
    /// <summary>Sends to every update-receiving session of the account but one (the session that caused the change has it in its answer).</summary>
    void Push(long userId, Tl.UpdatesBase updates, long exceptSessionId = 0);

    /// <summary>Sends to the sessions of one key, logged in or not (<c>updateLoginToken</c>).</summary>
    void PushToKey(long authKeyId, Tl.UpdatesBase updates);

    /// <summary>Logs a key out from outside: unbinds its account and closes its connections; its next call finds no account.</summary>
    void Revoke(long authKeyId);

    /// <summary>The keys that are logged in to an account.</summary>
    IReadOnlyList<AuthorizedKey> KeysOf(long userId);

    /// <summary>Whether a session of the account is connected now.</summary>
    bool IsOnline(long userId);
}
