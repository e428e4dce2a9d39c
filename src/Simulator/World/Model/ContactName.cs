namespace TelegramRest.Simulator.World.Model;

internal sealed record ContactName(string FirstName, string LastName);
