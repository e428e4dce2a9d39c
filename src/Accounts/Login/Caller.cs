using System.Net;

namespace TelegramRest.Accounts.Login;

/// <summary>Who makes the request, for limits on new logins. One per request; the HTTP side fills it.</summary>
public sealed class Caller
{
    /// <summary>Null when the address does not tell callers apart.</summary>
    public IPAddress? Address { get; set; }
}
