namespace TelegramRest.Simulator.Control;

/// <summary>The data centres that a request may name.</summary>
internal static class DataCenters
{
    public static void Require(int? dc)
    {
        if (dc is { } id && !SimulatorOptions.DataCenterIds.Contains(id))
            throw ControlException.Bad($"There is no data centre {id}.");
    }
}
