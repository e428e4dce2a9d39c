namespace TelegramRest.Tests.Contract.Harness;

/// <summary>Somebody in the simulated world.</summary>
public sealed record Person(long Id, string Phone, string Username);
