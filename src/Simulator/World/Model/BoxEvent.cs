namespace TelegramRest.Simulator.World.Model;

/// <summary>
/// One step of a box's log: after it the box stands at <see cref="Pts"/>, which it moved by <see cref="Count"/>.
/// <see cref="Ids"/> are message ids in that box; <see cref="MaxId"/> is how far a read reached.
/// </summary>
internal sealed record BoxEvent(int Pts, int Count, BoxEventKind Kind, PeerKey Peer, int[] Ids, int MaxId, long[] HiddenFrom);
