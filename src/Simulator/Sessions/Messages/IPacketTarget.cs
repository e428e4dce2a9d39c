namespace TelegramRest.Simulator.Sessions.Messages;

/// <summary>Where a session's packets go: the connection it uses at present.</summary>
internal interface IPacketTarget
{
    void Send(ReadOnlySpan<byte> packet);
}
