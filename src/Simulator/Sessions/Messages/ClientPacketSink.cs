namespace TelegramRest.Simulator.Sessions.Messages;

/// <summary>Takes one packet to be sent; the bytes are the caller's again when it returns.</summary>
internal delegate void ClientPacketSink(ReadOnlySpan<byte> packet);
