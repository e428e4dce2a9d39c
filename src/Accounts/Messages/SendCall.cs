using TelegramRest.Accounts.Peers;
using TelegramRest.Accounts.Sends;

namespace TelegramRest.Accounts.Messages;

/// <summary>One call that sends.</summary>
/// <param name="Chat">Where to.</param>
/// <param name="RandomIds">Of the messages in <paramref name="Method"/>, in their order.</param>
/// <param name="IsBatch">An album or several forwards, whose refusals are worded after the message that they are about.</param>
/// <param name="Keyed">The request whose repeats must not send again; null for one that may be repeated as its caller likes.</param>
internal sealed record SendCall(PeerRef Chat, Tl.ITlMethod<Tl.UpdatesBase> Method, IReadOnlyList<long> RandomIds, bool IsBatch, KeyedSend? Keyed);
