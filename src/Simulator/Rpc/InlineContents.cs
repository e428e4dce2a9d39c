using TelegramRest.Simulator.Rpc.Rich;
using TelegramRest.Simulator.World.Inline;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc;

/// <summary>What a result sends instead of itself (https://core.telegram.org/type/InputBotInlineMessage).</summary>
internal sealed class InlineContents(ContentRules content, RichMaker rich, Account bot)
{
    /// <exception cref="RpcError">MESSAGE_EMPTY, GEO_POINT_INVALID, SEND_MESSAGE_TYPE_INVALID and what text and keyboards are refused with.</exception>
    public (Tl.BotInlineMessageBase Shown, InlineMessage Sent) Make(Tl.InputBotInlineMessageBase message) => message switch
    {
        Tl.InputBotInlineMessageText it => Text(it),
        Tl.InputBotInlineMessageMediaWebPage it => Page(it),
        Tl.InputBotInlineMessageMediaGeo it => Place(it),
        Tl.InputBotInlineMessageMediaVenue it => Venue(it),
        Tl.InputBotInlineMessageMediaContact it => Contact(it),
        Tl.InputBotInlineMessageMediaInvoice it => Invoice(it),
        Tl.InputBotInlineMessageRichMessage it => Article(it),
        _ => throw new RpcError(400, "SEND_MESSAGE_TYPE_INVALID"),
    };

    private (Tl.BotInlineMessageBase Shown, InlineMessage Sent) Text(Tl.InputBotInlineMessageText message)
    {
        var text = content.Text(bot, message.Message, message.Entities);
        var markup = content.Markup(bot, message.ReplyMarkup);
        return (
            new Tl.BotInlineMessageText { NoWebpage = message.NoWebpage, InvertMedia = message.InvertMedia, Message = text.Text, Entities = text.Entities, ReplyMarkup = markup },
            new InlineMessage { Text = text.Text, Entities = text.Entities, Markup = markup, InvertMedia = message.InvertMedia });
    }

    private (Tl.BotInlineMessageBase Shown, InlineMessage Sent) Article(Tl.InputBotInlineMessageRichMessage message)
    {
        var article = rich.Make(bot, message.RichMessage);
        var markup = content.Markup(bot, message.ReplyMarkup);
        return (new Tl.BotInlineMessageRichMessage { ReplyMarkup = markup, RichMessage = article }, new InlineMessage { Rich = article, Markup = markup });
    }

    private (Tl.BotInlineMessageBase Shown, InlineMessage Sent) Page(Tl.InputBotInlineMessageMediaWebPage message)
    {
        var text = content.Text(bot, message.Message, message.Entities);
        var markup = content.Markup(bot, message.ReplyMarkup);
        return (
            new Tl.BotInlineMessageMediaWebPage
            {
                InvertMedia = message.InvertMedia,
                ForceLargeMedia = message.ForceLargeMedia,
                ForceSmallMedia = message.ForceSmallMedia,
                Manual = true,
                Message = text.Text,
                Entities = text.Entities,
                Url = message.Url,
                ReplyMarkup = markup,
            },
            new InlineMessage
            {
                Text = text.Text,
                Entities = text.Entities,
                Markup = markup,
                InvertMedia = message.InvertMedia,
                Media = new Tl.InputMediaWebPage { ForceLargeMedia = message.ForceLargeMedia, ForceSmallMedia = message.ForceSmallMedia, Optional = message.Optional, Url = message.Url },
            });
    }

    private (Tl.BotInlineMessageBase Shown, InlineMessage Sent) Place(Tl.InputBotInlineMessageMediaGeo message)
    {
        var markup = content.Markup(bot, message.ReplyMarkup);
        Tl.InputMediaBase media = message.Period is { } period
            ? new Tl.InputMediaGeoLive { GeoPoint = message.GeoPoint, Heading = message.Heading, Period = period, ProximityNotificationRadius = message.ProximityNotificationRadius }
            : new Tl.InputMediaGeoPoint { GeoPoint = message.GeoPoint };
        return (
            new Tl.BotInlineMessageMediaGeo
            {
                Geo = Point(message.GeoPoint),
                Heading = message.Heading,
                Period = message.Period,
                ProximityNotificationRadius = message.ProximityNotificationRadius,
                ReplyMarkup = markup,
            },
            new InlineMessage { Media = media, Markup = markup });
    }

    private (Tl.BotInlineMessageBase Shown, InlineMessage Sent) Venue(Tl.InputBotInlineMessageMediaVenue message)
    {
        var markup = content.Markup(bot, message.ReplyMarkup);
        return (
            new Tl.BotInlineMessageMediaVenue
            {
                Geo = Point(message.GeoPoint),
                Title = message.Title,
                Address = message.Address,
                Provider = message.Provider,
                VenueId = message.VenueId,
                VenueType = message.VenueType,
                ReplyMarkup = markup,
            },
            new InlineMessage
            {
                Markup = markup,
                Media = new Tl.InputMediaVenue
                {
                    GeoPoint = message.GeoPoint,
                    Title = message.Title,
                    Address = message.Address,
                    Provider = message.Provider,
                    VenueId = message.VenueId,
                    VenueType = message.VenueType,
                },
            });
    }

    private (Tl.BotInlineMessageBase Shown, InlineMessage Sent) Contact(Tl.InputBotInlineMessageMediaContact message)
    {
        var markup = content.Markup(bot, message.ReplyMarkup);
        return (
            new Tl.BotInlineMessageMediaContact { PhoneNumber = message.PhoneNumber, FirstName = message.FirstName, LastName = message.LastName, Vcard = message.Vcard, ReplyMarkup = markup },
            new InlineMessage
            {
                Markup = markup,
                Media = new Tl.InputMediaContact { PhoneNumber = message.PhoneNumber, FirstName = message.FirstName, LastName = message.LastName, Vcard = message.Vcard },
            });
    }

    private (Tl.BotInlineMessageBase Shown, InlineMessage Sent) Invoice(Tl.InputBotInlineMessageMediaInvoice message)
    {
        var markup = content.Markup(bot, message.ReplyMarkup);
        var (invoice, total) = (message.Invoice, message.Invoice.Prices.Sum(price => price.Amount));
        return (
            new Tl.BotInlineMessageMediaInvoice
            {
                ShippingAddressRequested = invoice.ShippingAddressRequested,
                Test = invoice.Test,
                Title = message.Title,
                Description = message.Description,
                Currency = invoice.Currency,
                TotalAmount = total,
                ReplyMarkup = markup,
            },
            new InlineMessage
            {
                Markup = markup,
                Made = new Tl.MessageMediaInvoice
                {
                    ShippingAddressRequested = invoice.ShippingAddressRequested,
                    Test = invoice.Test,
                    Title = message.Title,
                    Description = message.Description,
                    Currency = invoice.Currency,
                    TotalAmount = total,
                    StartParam = "",
                },
            });
    }

    private static Tl.GeoPoint Point(Tl.InputGeoPointBase point) => point is Tl.InputGeoPoint { Lat: >= -90 and <= 90, Long: >= -180 and <= 180 } it
        ? new Tl.GeoPoint { Lat = it.Lat, Long = it.Long, AccuracyRadius = it.AccuracyRadius }
        : throw new RpcError(400, "GEO_POINT_INVALID");
}
