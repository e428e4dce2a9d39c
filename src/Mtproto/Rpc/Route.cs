namespace TelegramRest.Mtproto.Rpc;

/// <summary>Where a request goes.</summary>
/// <param name="DcId">A data centre; null for the home.</param>
/// <param name="IsFile">It carries a piece of a file: beside the main session, and with more patience.</param>
internal readonly record struct Route(int? DcId, bool IsFile);
