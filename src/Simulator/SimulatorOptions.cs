namespace TelegramRest.Simulator;

/// <summary>How a simulator is started.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The data centre that listens on <see cref="Port"/>, where clients start.</summary>
    public const int MainDataCenter = 2;

    /// <summary>The ids of the data centres that there are.</summary>
    public static IReadOnlyList<int> DataCenterIds { get; } = [1, 2, 3, 4, 5];

    /// <summary>The local address that every data centre listens on, and that clients are told.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>The address that clients are told where it differs from <see cref="Host"/> (0.0.0.0, a container's outside).</summary>
    public string? AdvertisedHost { get; init; }

    /// <summary>The port of data centre 2; 0 takes any free ports.</summary>
    public int Port { get; init; }

    /// <summary>Where everything is kept; null keeps it in memory only.</summary>
    public string? StateDirectory { get; init; }

    /// <summary>A file to write the public key to: PEM, PKCS#1.</summary>
    public string? RsaPublicKeyPath { get; init; }

    /// <summary>The port of a data centre: the main one's own, for the others 10 times the id above it, so that a control port may stand beside.</summary>
    public int PortOf(int dcId) => Port == 0 ? 0 : dcId == MainDataCenter ? Port : Port + (10 * dcId);
}
