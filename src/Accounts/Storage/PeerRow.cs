namespace TelegramRest.Accounts.Storage;

/// <summary>A user or chat as last seen by one account.</summary>
/// <param name="ChatId">The Bot API's id.</param>
/// <param name="Username">Lower case, without the at sign.</param>
/// <param name="Object">Boxed TL user or chat.</param>
internal sealed record PeerRow(long ChatId, long AccessHash, bool IsMin, string? Username, byte[] Object);
