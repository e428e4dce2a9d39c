using System.Text;
using TelegramRest.BotApi;
using TelegramRest.Mapping.Media;
using TelegramRest.Mapping.Messages;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Mapping.Service;

/// <summary>Actions about money, gifts of it, and work on a message that the report points at.</summary>
/// <remarks>https://core.telegram.org/bots/api#successfulpayment</remarks>
internal static class PaymentActions
{
    public static void Map(ServiceContent content, Tl.MessageService message, PeerIndex peers, MessageContext context)
    {
        switch (message.Action)
        {
            case Tl.MessageActionPaymentSentMe payment:
                content.SuccessfulPayment = ToBotApi(payment);
                break;
            case Tl.MessageActionPaymentRefunded refund:
                content.RefundedPayment = ToBotApi(refund);
                break;
            case Tl.MessageActionPaidMessagesPrice price:
                MapPrice(content, price, ChatMapper.ToBotApi(message.PeerId, peers).Type == ChatType.Channel);
                break;
            case Tl.MessageActionGiveawayLaunch launch:
                content.GiveawayCreated = new GiveawayCreated { PrizeStarCount = (int?)launch.Stars };
                break;
            case Tl.MessageActionGiveawayResults results:
                content.UsesReply = true;
                content.GiveawayCompleted = new GiveawayCompleted
                {
                    WinnerCount = results.WinnersCount,
                    UnclaimedPrizeCount = results.UnclaimedCount.OrNull(),
                    GiveawayMessage = Subject(message, peers, context),
                    IsStarGiveaway = results.Stars.OrNull(),
                };
                break;
            case Tl.MessageActionTodoCompletions done:
                content.UsesReply = true;
                content.ChecklistTasksDone = new ChecklistTasksDone
                {
                    ChecklistMessage = Subject(message, peers, context),
                    MarkedAsDoneTaskIds = done.Completed.OrNull(),
                    MarkedAsNotDoneTaskIds = done.Incompleted.OrNull(),
                };
                break;
            case Tl.MessageActionTodoAppendTasks added:
                content.UsesReply = true;
                content.ChecklistTasksAdded = new ChecklistTasksAdded
                {
                    ChecklistMessage = Subject(message, peers, context),
                    Tasks = [.. added.List.Select(task => ChecklistMapper.ToTask(task, null, peers))],
                };
                break;
            case Tl.MessageActionStarGift { PrepaidUpgrade: true, UpgradeSeparate: true } upgrade:
                content.GiftUpgradeSent = GiftMapper.ToBotApi(upgrade, peers, context);
                break;
            case Tl.MessageActionStarGift gift:
                content.Gift = GiftMapper.ToBotApi(gift, peers, context);
                break;
            case Tl.MessageActionStarGiftUnique unique:
                content.UniqueGift = GiftMapper.ToBotApi(unique, peers, context);
                break;
            case Tl.MessageActionPollAppendAnswer { Answer: Tl.PollAnswer answer }:
                content.UsesReply = true;
                content.PollOptionAdded = new PollOptionAdded
                {
                    PollMessage = MessageMapper.Subject(message, peers, context),
                    OptionPersistentId = PollMapper.PersistentId(answer.Option.Span),
                    OptionText = answer.Text.Text,
                    OptionTextEntities = EntityMapper.ToBotApi(answer.Text.Entities, peers),
                };
                break;
            case Tl.MessageActionPollDeleteAnswer { Answer: Tl.PollAnswer answer }:
                content.UsesReply = true;
                content.PollOptionDeleted = new PollOptionDeleted
                {
                    PollMessage = MessageMapper.Subject(message, peers, context),
                    OptionPersistentId = PollMapper.PersistentId(answer.Option.Span),
                    OptionText = answer.Text.Text,
                    OptionTextEntities = EntityMapper.ToBotApi(answer.Text.Entities, peers),
                };
                break;
            default:
                MapSuggestedPost(content, message, peers, context);
                break;
        }
    }

    private static void MapSuggestedPost(ServiceContent content, Tl.MessageService message, PeerIndex peers, MessageContext context)
    {
        Message? Post() => Subject(message, peers, context);
        switch (message.Action)
        {
            case Tl.MessageActionSuggestedPostApproval { BalanceTooLow: true } failed:
                content.SuggestedPostApprovalFailed = new SuggestedPostApprovalFailed
                {
                    SuggestedPostMessage = Post(),
                    Price = SuggestedPostMapper.ToPrice(failed.Price) ?? new SuggestedPostPrice { Currency = "XTR", Amount = 0 },
                };
                break;
            case Tl.MessageActionSuggestedPostApproval { Rejected: true } declined:
                content.SuggestedPostDeclined = new SuggestedPostDeclined { SuggestedPostMessage = Post(), Comment = declined.RejectComment.OrNull() };
                break;
            case Tl.MessageActionSuggestedPostApproval approved:
                content.SuggestedPostApproved = new SuggestedPostApproved
                {
                    SuggestedPostMessage = Post(),
                    Price = SuggestedPostMapper.ToPrice(approved.Price),
                    SendDate = approved.ScheduleDate ?? 0,
                };
                break;
            case Tl.MessageActionSuggestedPostSuccess { Price: Tl.StarsAmount stars }:
                content.SuggestedPostPaid = new SuggestedPostPaid
                {
                    SuggestedPostMessage = Post(),
                    Currency = "XTR",
                    StarAmount = new StarAmount { Amount = stars.Amount, NanostarAmount = stars.Nanos.OrNull() },
                };
                break;
            case Tl.MessageActionSuggestedPostSuccess { Price: Tl.StarsTonAmount ton }:
                content.SuggestedPostPaid = new SuggestedPostPaid { SuggestedPostMessage = Post(), Currency = "TON", Amount = ton.Amount };
                break;
            case Tl.MessageActionSuggestedPostRefund refund:
                content.SuggestedPostRefunded = new SuggestedPostRefunded
                {
                    SuggestedPostMessage = Post(),
                    Reason = refund.PayerInitiated ? "payment_refunded" : "post_deleted",
                };
                break;
            default:
                return;
        }

        content.UsesReply = true;
    }

    private static void MapPrice(ServiceContent content, Tl.MessageActionPaidMessagesPrice price, bool isChannel)
    {
        if (!isChannel)
        {
            content.PaidMessagePriceChanged = new PaidMessagePriceChanged { PaidMessageStarCount = (int)price.Stars };
            return;
        }

        content.DirectMessagePriceChanged = new DirectMessagePriceChanged
        {
            AreDirectMessagesEnabled = price.BroadcastMessagesAllowed,
            DirectMessageStarCount = ((int)price.Stars).OrNull(),
        };
    }

    private static SuccessfulPayment ToBotApi(Tl.MessageActionPaymentSentMe payment) => new()
    {
        Currency = payment.Currency,
        TotalAmount = payment.TotalAmount,
        InvoicePayload = Encoding.UTF8.GetString(payment.Payload.Span),
        SubscriptionExpirationDate = payment.SubscriptionUntilDate,
        IsRecurring = (payment.RecurringUsed || payment.RecurringInit).OrNull(),
        IsFirstRecurring = payment.RecurringInit.OrNull(),
        ShippingOptionId = payment.ShippingOptionId,
        OrderInfo = OrderMapper.ToBotApi(payment.Info),
        TelegramPaymentChargeId = payment.Charge.Id,
        ProviderPaymentChargeId = payment.Charge.ProviderChargeId,
    };

    private static RefundedPayment ToBotApi(Tl.MessageActionPaymentRefunded refund) => new()
    {
        Currency = refund.Currency,
        TotalAmount = refund.TotalAmount,
        InvoicePayload = Encoding.UTF8.GetString((refund.Payload ?? default).Span),
        TelegramPaymentChargeId = refund.Charge.Id,
        ProviderPaymentChargeId = refund.Charge.ProviderChargeId.OrNull(),
    };

    /// <summary>The message that the report is about; null when it is not at hand.</summary>
    private static Message? Subject(Tl.MessageService message, PeerIndex peers, MessageContext context) => MessageMapper.Subject(message, peers, context) as Message;
}
