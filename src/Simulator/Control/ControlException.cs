namespace TelegramRest.Simulator.Control;

/// <summary>A request to the control surface that cannot be done: 400 for a wrong one, 404 for something that is not there.</summary>
internal sealed class ControlException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;

    public static ControlException Bad(string message) => new(400, message);

    public static ControlException Missing(string message) => new(404, message);
}
