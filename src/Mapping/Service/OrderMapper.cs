using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Service;

/// <summary>What a buyer said about an order.</summary>
/// <remarks>https://core.telegram.org/bots/api#orderinfo</remarks>
internal static class OrderMapper
{
    public static OrderInfo? ToBotApi(Tl.PaymentRequestedInfo? info) => info == null ? null : new OrderInfo
    {
        Name = info.Name.OrNull(),
        PhoneNumber = info.Phone.OrNull(),
        Email = info.Email.OrNull(),
        ShippingAddress = info.ShippingAddress == null ? null : ToBotApi(info.ShippingAddress),
    };

    public static ShippingAddress ToBotApi(Tl.PostAddress address) => new()
    {
        CountryCode = address.CountryIso2,
        State = address.State,
        City = address.City,
        StreetLine1 = address.StreetLine1,
        StreetLine2 = address.StreetLine2,
        PostCode = address.PostCode,
    };
}
