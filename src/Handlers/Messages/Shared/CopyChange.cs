using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Messages.Shared;

/// <summary>What of a copied message is to be different.</summary>
/// <param name="Caption">Replaces the original's, even by nothing; null keeps it.</param>
/// <param name="IsCaptionAbove">Where the new caption stands.</param>
/// <param name="VideoStart">Seconds; null keeps the original's.</param>
internal sealed record CopyChange(FormattedText? Caption, bool IsCaptionAbove, int? VideoStart);
