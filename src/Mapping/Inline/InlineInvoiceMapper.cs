using System.Text;
using TelegramRest.BotApi;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Mapping.Inline;

/// <summary>An invoice that choosing a result sends.</summary>
/// <remarks>https://core.telegram.org/bots/api#inputinvoicemessagecontent</remarks>
internal static class InlineInvoiceMapper
{
    private const long MaxAmount = 9_999_999_999_999;
    private const int MaxTips = 4;

    public static Tl.InputBotInlineMessageMediaInvoice ToTl(InputInvoiceMessageContent content, Tl.ReplyMarkupBase? markup)
    {
        if (!Unicode.IsWellFormed(content.Payload))
            throw BotApiException.BadRequest("InputInvoiceMessageContent payload must be encoded in UTF-8");
        if (!Unicode.IsWellFormed(content.Title))
            throw BotApiException.BadRequest("invoice title must be encoded in UTF-8");
        if (!Unicode.IsWellFormed(content.Description))
            throw BotApiException.BadRequest("invoice description must be encoded in UTF-8");
        if (content.Prices.Length == 0)
            throw BotApiException.BadRequest("there must be at least one price");
        CheckPrices(content.Prices);
        CheckTips(content.MaxTipAmount ?? 0, content.SuggestedTipAmounts ?? []);

        return new Tl.InputBotInlineMessageMediaInvoice
        {
            Title = content.Title,
            Description = content.Description,
            Photo = Photo(content),
            Invoice = Invoice(content),
            Payload = Encoding.UTF8.GetBytes(content.Payload),
            Provider = content.ProviderToken ?? "",
            ProviderData = new Tl.DataJSON { Data = content.ProviderData.OrNull() ?? "null" },
            ReplyMarkup = markup,
        };
    }

    private static Tl.Invoice Invoice(InputInvoiceMessageContent content) => new()
    {
        Currency = content.Currency,
        Prices = [.. content.Prices.Select(price => new Tl.LabeledPrice { Label = price.Label, Amount = price.Amount })],
        MaxTipAmount = (content.MaxTipAmount ?? 0).OrNull(),
        SuggestedTipAmounts = content.MaxTipAmount is > 0 ? content.SuggestedTipAmounts ?? [] : null,
        NameRequested = content.NeedName == true,
        PhoneRequested = content.NeedPhoneNumber == true || content.SendPhoneNumberToProvider == true,
        EmailRequested = content.NeedEmail == true || content.SendEmailToProvider == true,
        ShippingAddressRequested = content.NeedShippingAddress == true || content.IsFlexible == true,
        PhoneToProvider = content.SendPhoneNumberToProvider == true,
        EmailToProvider = content.SendEmailToProvider == true,
        Flexible = content.IsFlexible == true,
    };

    /// <summary>An address that is none gives an invoice without a picture.</summary>
    private static Tl.InputWebDocument? Photo(InputInvoiceMessageContent content) =>
        string.IsNullOrEmpty(content.PhotoUrl) || !UrlNormalizer.TryNormalize(content.PhotoUrl, out var url, out _)
            ? null
            : new Tl.InputWebDocument
            {
                Url = url,
                Size = Math.Max(content.PhotoSize ?? 0, 0),
                MimeType = "image/jpeg",
                Attributes = content is { PhotoWidth: > 0, PhotoHeight: > 0 }
                    ? [new Tl.DocumentAttributeImageSize { W = content.PhotoWidth.Value, H = content.PhotoHeight.Value }]
                    : [],
            };

    private static void CheckPrices(LabeledPrice[] prices)
    {
        var total = 0L;
        foreach (var price in prices)
        {
            if (price.Amount is < -MaxAmount or > MaxAmount)
                throw BotApiException.BadRequest("too big amount of the currency specified");
            total += price.Amount;
        }

        if (total <= 0)
            throw BotApiException.BadRequest("total price must be positive");
        if (total > MaxAmount)
            throw BotApiException.BadRequest("total price is too big");
    }

    private static void CheckTips(long max, long[] suggested)
    {
        if (max < 0)
            throw BotApiException.BadRequest("invalid max_tip_amount of the currency specified");
        foreach (var amount in suggested)
        {
            if (amount <= 0)
                throw BotApiException.BadRequest("suggested tip amount must be positive");
            if (amount > max)
                throw BotApiException.BadRequest("suggested tip amount can't be bigger than max_tip_amount");
        }

        if (suggested.Length > MaxTips)
            throw BotApiException.BadRequest("there can be at most 4 suggested tip amounts");
    }
}
