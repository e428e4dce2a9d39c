namespace TelegramRest.Simulator.Sessions.Connections;

/// <summary>A packet out of the stream; the bytes are valid until the next one is asked for.</summary>
internal readonly record struct ReceivedPacket(ReadOnlyMemory<byte> Bytes, bool WantsQuickAck);
