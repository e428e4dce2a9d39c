namespace TelegramRest.Simulator.Control;

/// <summary>A new person. A <paramref name="Password"/> switches two-step verification on.</summary>
internal sealed record CreateUserRequest(string PhoneNumber, string FirstName, string? LastName = null, string? Username = null, string? Password = null, string? PasswordHint = null, int? Dc = null);
