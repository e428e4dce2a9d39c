namespace TelegramRest.Simulator.World.Model;

internal enum FileKind
{
    Photo,
    Document,
}
