namespace TelegramRest.Accounts.Peers;

/// <summary>A user or chat as last seen.</summary>
/// <param name="Object">Tl user or chat.</param>
/// <param name="Fingerprint">Of the stored form, to notice changes.</param>
internal sealed record KnownPeer(Tl.TlObject Object, long AccessHash, bool IsMin, ulong Fingerprint)
{
    public Tl.User? User => Object as Tl.User;

    public Tl.ChatBase? Chat => Object as Tl.ChatBase;
}
