using Microsoft.Extensions.Logging;

namespace TelegramRest.Simulator.Storage;

/// <summary>Opens the store that a simulator was started with.</summary>
internal static class StateStores
{
    /// <param name="directory">Created when missing; null for a store that forgets.</param>
    public static IStateStore Open(string? directory, ILoggerFactory loggers)
    {
        if (directory is null)
            return new MemoryStateStore();
        Directory.CreateDirectory(directory);
        return new SqliteStateStore(Path.Combine(directory, "simulator.db"), loggers.CreateLogger("TelegramRest.Simulator.Storage"));
    }
}
