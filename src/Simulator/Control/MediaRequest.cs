namespace TelegramRest.Simulator.Control;

/// <summary>
/// What a person sends beside text. <paramref name="Type"/> says which of the others count; <paramref name="Content"/> is base64, and a small sample of the
/// kind when left out. Sizes are pixels, durations seconds.
/// </summary>
internal sealed record MediaRequest(
    string Type,
    string? Content = null,
    string? FileName = null,
    string? MimeType = null,
    int? Width = null,
    int? Height = null,
    int? Duration = null,
    string? Title = null,
    string? Performer = null,
    string? Emoji = null,
    string? Set = null,
    bool Spoiler = false,
    double? Latitude = null,
    double? Longitude = null,
    int? LivePeriod = null,
    string? Address = null,
    string? PhoneNumber = null,
    string? FirstName = null,
    string? LastName = null,
    string? Question = null,
    string[]? Options = null,
    bool Anonymous = true,
    bool Multiple = false,
    int? CorrectOption = null,
    string[]? Tasks = null);
