using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Service;

/// <summary>What a service message reports.</summary>
internal sealed class ServiceContent
{
    /// <summary>The message that is replied to is part of the report and not shown as a reply.</summary>
    public bool UsesReply { get; set; }

    public bool IsPin { get; set; }

    public User[]? NewChatMembers { get; set; }

    public User? LeftChatMember { get; set; }

    public ChatOwnerLeft? ChatOwnerLeft { get; set; }

    public ChatOwnerChanged? ChatOwnerChanged { get; set; }

    public string? NewChatTitle { get; set; }

    public PhotoSize[]? NewChatPhoto { get; set; }

    public bool? DeleteChatPhoto { get; set; }

    public bool? GroupChatCreated { get; set; }

    public bool? SupergroupChatCreated { get; set; }

    public bool? ChannelChatCreated { get; set; }

    public MessageAutoDeleteTimerChanged? MessageAutoDeleteTimerChanged { get; set; }

    public long? MigrateToChatId { get; set; }

    public long? MigrateFromChatId { get; set; }

    public SuccessfulPayment? SuccessfulPayment { get; set; }

    public RefundedPayment? RefundedPayment { get; set; }

    public UsersShared? UsersShared { get; set; }

    public ChatShared? ChatShared { get; set; }

    public string? ConnectedWebsite { get; set; }

    public WriteAccessAllowed? WriteAccessAllowed { get; set; }

    public ProximityAlertTriggered? ProximityAlertTriggered { get; set; }

    public ChatBoostAdded? BoostAdded { get; set; }

    public ChecklistTasksDone? ChecklistTasksDone { get; set; }

    public ChecklistTasksAdded? ChecklistTasksAdded { get; set; }

    public DirectMessagePriceChanged? DirectMessagePriceChanged { get; set; }

    public ForumTopicCreated? ForumTopicCreated { get; set; }

    public ForumTopicEdited? ForumTopicEdited { get; set; }

    public ForumTopicClosed? ForumTopicClosed { get; set; }

    public ForumTopicReopened? ForumTopicReopened { get; set; }

    public GeneralForumTopicHidden? GeneralForumTopicHidden { get; set; }

    public GeneralForumTopicUnhidden? GeneralForumTopicUnhidden { get; set; }

    public GiveawayCreated? GiveawayCreated { get; set; }

    public GiveawayCompleted? GiveawayCompleted { get; set; }

    public ManagedBotCreated? ManagedBotCreated { get; set; }

    public PaidMessagePriceChanged? PaidMessagePriceChanged { get; set; }

    public GiftInfo? Gift { get; set; }

    public GiftInfo? GiftUpgradeSent { get; set; }

    public UniqueGiftInfo? UniqueGift { get; set; }

    public PassportData? PassportData { get; set; }

    public ChatBackground? ChatBackgroundSet { get; set; }

    public PollOptionAdded? PollOptionAdded { get; set; }

    public PollOptionDeleted? PollOptionDeleted { get; set; }

    public CommunityChatAdded? CommunityChatAdded { get; set; }

    public CommunityChatRemoved? CommunityChatRemoved { get; set; }

    public SuggestedPostApproved? SuggestedPostApproved { get; set; }

    public SuggestedPostApprovalFailed? SuggestedPostApprovalFailed { get; set; }

    public SuggestedPostDeclined? SuggestedPostDeclined { get; set; }

    public SuggestedPostPaid? SuggestedPostPaid { get; set; }

    public SuggestedPostRefunded? SuggestedPostRefunded { get; set; }

    public VideoChatScheduled? VideoChatScheduled { get; set; }

    public VideoChatStarted? VideoChatStarted { get; set; }

    public VideoChatEnded? VideoChatEnded { get; set; }

    public VideoChatParticipantsInvited? VideoChatParticipantsInvited { get; set; }

    public WebAppData? WebAppData { get; set; }
}
