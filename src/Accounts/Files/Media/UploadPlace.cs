namespace TelegramRest.Accounts.Files.Media;

/// <summary>Where media that has to be stored before it is sent will be sent to: Telegram asks.</summary>
/// <param name="Peer">The chat.</param>
/// <param name="BusinessConnectionId">Of the business account that sends; null for the account itself.</param>
/// <param name="Position">Which item of an album it is for, from 1: its refusal names it.</param>
/// <remarks>https://core.telegram.org/method/messages.uploadMedia</remarks>
public sealed record UploadPlace(Tl.InputPeerBase Peer, string? BusinessConnectionId = null, int? Position = null);
