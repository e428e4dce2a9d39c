namespace TelegramRest.Simulator.Control;

/// <summary>
/// A new bot, as BotFather would set it up. <paramref name="Privacy"/> is privacy mode, on unless said otherwise; <paramref name="Dc"/> the data centre that
/// answers for it; <paramref name="InlinePlaceholder"/> switches inline mode on.
/// </summary>
internal sealed record CreateBotRequest(
    string Name,
    string? Username = null,
    bool? Privacy = null,
    long? Owner = null,
    int? Dc = null,
    string? InlinePlaceholder = null,
    bool InlineFeedback = false,
    bool InlineGeo = false,
    bool GuestChats = false,
    bool Business = false);
