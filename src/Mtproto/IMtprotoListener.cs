namespace TelegramRest.Mtproto;

/// <summary>
/// Hears what Telegram says unasked. The calls come one after another, in the order in which things happened, never two at a time;
/// they may invoke methods, since the connection goes on reading meanwhile.
/// </summary>
public interface IMtprotoListener
{
    /// <summary>A push. Answers of own requests do not come here.</summary>
    ValueTask OnUpdatesAsync(Tl.UpdatesBase updates);

    /// <summary>
    /// Pushes may have been missed: the connection was made anew, the server began a new session, or too many were waiting. Run the difference.
    /// Not called for the first connection, after which the difference is due anyway.
    /// </summary>
    ValueTask OnSessionLostAsync();

    /// <summary>The account is logged out here: revoked, deactivated, or its key is gone. The store no longer says authorised.</summary>
    ValueTask OnAuthorizationLostAsync(RpcException error);
}
