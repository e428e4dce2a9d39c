namespace TelegramRest.Handlers.Shared;

/// <summary>A business account that lets this bot act for it.</summary>
/// <param name="Id">Opaque.</param>
/// <param name="DcId">Where the account lives; calls on its behalf go there.</param>
internal sealed record BusinessConnection(string Id, int DcId);
