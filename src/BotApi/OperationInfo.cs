namespace TelegramRest.BotApi;

/// <summary>What the server has to know of an operation before it reads the request.</summary>
/// <param name="Name">The operationId as the spec spells it.</param>
/// <param name="Path">The canonical path, which is a controller's route.</param>
/// <param name="Tag">The spec's tag.</param>
/// <param name="Accounts">Who may call it.</param>
public sealed record OperationInfo(string Name, string Path, string Tag, OperationAccounts Accounts)
{
    /// <summary>Other names it answers to.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>It lies below no token.</summary>
    public bool AtRoot { get; init; }

    /// <summary>It has no handler yet; the server answers 501.</summary>
    public bool IsPending { get; init; }
}
