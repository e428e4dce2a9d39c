using TelegramRest.Wire.Framing;

namespace TelegramRest.Simulator.Sessions.Connections;

/// <summary>How one client packs its stream: the framing, and the obfuscation around it if there is one.</summary>
internal sealed record Transport(PacketFraming Framing, Obfuscation? Obfuscation);
