namespace TelegramRest.Mtproto.Rpc;

/// <summary>What a session is for.</summary>
internal enum SessionKind
{
    /// <summary>Carries the account's requests and its pushes, and stays connected.</summary>
    Main,

    /// <summary>Carries files, or requests to another data centre; asks for no pushes, and closes when it has nothing to do.</summary>
    Secondary,
}
