namespace TelegramRest.Simulator.Control;

/// <summary>Changes of a chat; what is left out stays. Without an actor the chat's creator makes them. <paramref name="SlowModeSeconds"/> is 0, 10, 30, 60, 300, 900 or 3600.</summary>
internal sealed record ChatSettingsRequest(
    long? Actor = null,
    string[]? Forbidden = null,
    int? SlowModeSeconds = null,
    bool? Forum = null,
    bool? ProtectedContent = null,
    bool? Signatures = null,
    string[]? Reactions = null,
    string? Title = null,
    bool? DirectMessages = null);
