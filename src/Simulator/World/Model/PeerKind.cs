namespace TelegramRest.Simulator.World.Model;

internal enum PeerKind
{
    User,
    Group,
    Channel,
}
