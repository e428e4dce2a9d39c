namespace TelegramRest.Simulator.World.Business;

/// <summary>
/// The connection in whose name the request under way is made, if any. A request under <c>invokeWithBusinessConnection</c> runs as the person's own; only where
/// it matters that a bot is behind it is this asked.
/// </summary>
internal static class BusinessScope
{
    private static readonly AsyncLocal<BusinessConnection?> Connection = new();

    public static BusinessConnection? Current
    {
        get => Connection.Value;
        set => Connection.Value = value;
    }
}
