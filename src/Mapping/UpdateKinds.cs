using System.Collections.Frozen;

namespace TelegramRest.Mapping;

/// <summary>The kinds of updates by the names that allowed_updates takes.</summary>
/// <remarks>https://core.telegram.org/bots/api#update</remarks>
public static class UpdateKinds
{
    public const string Message = "message";
    public const string EditedMessage = "edited_message";
    public const string ChannelPost = "channel_post";
    public const string EditedChannelPost = "edited_channel_post";
    public const string InlineQuery = "inline_query";
    public const string ChosenInlineResult = "chosen_inline_result";
    public const string CallbackQuery = "callback_query";
    public const string ShippingQuery = "shipping_query";
    public const string PreCheckoutQuery = "pre_checkout_query";
    public const string Poll = "poll";
    public const string PollAnswer = "poll_answer";
    public const string MyChatMember = "my_chat_member";
    public const string ChatMember = "chat_member";
    public const string ChatJoinRequest = "chat_join_request";
    public const string ChatBoost = "chat_boost";
    public const string RemovedChatBoost = "removed_chat_boost";
    public const string MessageReaction = "message_reaction";
    public const string MessageReactionCount = "message_reaction_count";
    public const string BusinessConnection = "business_connection";
    public const string BusinessMessage = "business_message";
    public const string EditedBusinessMessage = "edited_business_message";
    public const string DeletedBusinessMessages = "deleted_business_messages";
    public const string PurchasedPaidMedia = "purchased_paid_media";
    public const string ManagedBot = "managed_bot";
    public const string GuestMessage = "guest_message";
    public const string Subscription = "subscription";

    /// <summary>In the order of their stored bits.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Message, EditedMessage, ChannelPost, EditedChannelPost, InlineQuery, ChosenInlineResult, CallbackQuery,
        "custom_event", "custom_query", ShippingQuery, PreCheckoutQuery, Poll, PollAnswer, MyChatMember, ChatMember, ChatJoinRequest,
        ChatBoost, RemovedChatBoost, MessageReaction, MessageReactionCount, BusinessConnection, BusinessMessage, EditedBusinessMessage,
        DeletedBusinessMessages, PurchasedPaidMedia, ManagedBot, GuestMessage, Subscription,
    ];

    /// <summary>What comes unless asked otherwise: everything that does not come in masses.</summary>
    public static FrozenSet<string> Default { get; } = All.Except([ChatMember, MessageReaction, MessageReactionCount]).ToFrozenSet(StringComparer.Ordinal);
}
