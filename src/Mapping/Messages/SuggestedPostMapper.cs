using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Messages;

/// <summary>Posts that somebody suggests to a channel, and their price.</summary>
/// <remarks>https://core.telegram.org/bots/api#suggestedpostinfo</remarks>
public static class SuggestedPostMapper
{
    private const string Stars = "XTR";
    private const string Ton = "TON";

    /// <summary>TON amounts are kept in 10⁻⁹ and sent in multiples of a hundredth.</summary>
    private const long NanosPerStep = 10_000_000;

    public static SuggestedPostInfo? ToBotApi(Tl.SuggestedPost? post) => post == null ? null : new SuggestedPostInfo
    {
        State = post.Accepted ? SuggestedPostState.Approved : post.Rejected ? SuggestedPostState.Declined : SuggestedPostState.Pending,
        Price = ToPrice(post.Price),
        SendDate = post.ScheduleDate,
    };

    public static SuggestedPostPrice? ToPrice(Tl.StarsAmountBase? amount) => amount switch
    {
        Tl.StarsAmount stars => new SuggestedPostPrice { Currency = Stars, Amount = stars.Amount },
        Tl.StarsTonAmount ton => new SuggestedPostPrice { Currency = Ton, Amount = ton.Amount },
        _ => null,
    };

    /// <exception cref="BotApiException">400: the price's currency or amount.</exception>
    public static Tl.SuggestedPost? ToTl(SuggestedPostParameters? parameters) => parameters == null ? null : new Tl.SuggestedPost
    {
        Price = ToAmount(parameters.Price),
        ScheduleDate = parameters.SendDate is > 0 ? parameters.SendDate : null,
    };

    private static Tl.StarsAmountBase? ToAmount(SuggestedPostPrice? price) => price switch
    {
        null => null,
        { Currency: Stars } => new Tl.StarsAmount { Amount = price.Amount },
        { Currency: Ton } when price.Amount % NanosPerStep != 0 => throw BotApiException.BadRequest("suggested post price must be divisible by 10000000 nanotoncoins"),
        { Currency: Ton } => new Tl.StarsTonAmount { Amount = price.Amount },
        _ => throw BotApiException.BadRequest("invalid suggested post price currency specified"),
    };
}
