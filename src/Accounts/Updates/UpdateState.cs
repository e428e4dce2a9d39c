namespace TelegramRest.Accounts.Updates;

/// <summary>How far an account's own sequences have been applied; channels count for themselves.</summary>
/// <param name="Pts">Messages of private chats and basic groups.</param>
/// <param name="Qts">What only bots are told, and secret chats.</param>
/// <param name="Date">Unix seconds by Telegram's clock.</param>
/// <param name="Seq">Containers of everything else.</param>
/// <remarks>https://core.telegram.org/api/updates#update-sequences</remarks>
internal sealed record UpdateState(int Pts, int Qts, int Date, int Seq)
{
    public static UpdateState From(Tl.Updates.State state) => new(state.Pts, state.Qts, state.Date, state.Seq);
}
