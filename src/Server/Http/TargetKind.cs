namespace TelegramRest.Server.Http;

/// <summary>What a request target asks for.</summary>
internal enum TargetKind
{
    /// <summary>Not the Bot API: the documentation, the simulator's controls, or nothing at all.</summary>
    Page,

    /// <summary>An operation of an account.</summary>
    Operation,

    /// <summary>A stored file of an account.</summary>
    File,

    /// <summary>The start of a person's login; <see cref="RequestTarget.Rest"/> names the operation.</summary>
    UserLogin,

    /// <summary>No route; <see cref="RequestTarget.Problem"/> says why.</summary>
    Nowhere,
}
