namespace TelegramRest.Simulator.Rpc;

/// <summary>How long messages can be changed.</summary>
internal static class EditRules
{
    /// <summary>Seconds after which a person can no longer edit; bots and channels can always.</summary>
    public const int TimeLimit = 172_800;
}
