namespace TelegramRest.Tests.Clients.Drivers;

/// <summary>A test that runs a Node program. Where Node is missing it is skipped and says so; in CI it then fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (!NodeClient.IsInstalled && Environment.GetEnvironmentVariable("CI") is null)
            Skip = "Node.js is not installed: the foreign clients cannot run.";
    }
}
