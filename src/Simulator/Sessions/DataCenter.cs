namespace TelegramRest.Simulator.Sessions;

/// <summary>One simulated data centre: its number, and the address that <c>help.getConfig</c> announces for it.</summary>
public sealed record DataCenter(int Id, string Host, int Port);
