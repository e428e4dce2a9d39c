namespace TelegramRest.Simulator.Control;

/// <summary>What a connected bot may do, by the names that the schema has for it (https://core.telegram.org/constructor/businessBotRights).</summary>
internal static class BusinessRights
{
    private static readonly string[] All =
    [
        "reply", "read_messages", "delete_sent_messages", "delete_received_messages", "edit_name", "edit_bio", "edit_profile_photo", "edit_username", "view_gifts",
        "sell_gifts", "change_gift_settings", "transfer_and_upgrade_gifts", "transfer_stars", "manage_stories",
    ];

    public static Tl.BusinessBotRights Of(string[]? names)
    {
        var rights = new Tl.BusinessBotRights();
        foreach (var name in names ?? All)
        {
            _ = name switch
            {
                "reply" => rights.Reply = true,
                "read_messages" => rights.ReadMessages = true,
                "delete_sent_messages" => rights.DeleteSentMessages = true,
                "delete_received_messages" => rights.DeleteReceivedMessages = true,
                "edit_name" => rights.EditName = true,
                "edit_bio" => rights.EditBio = true,
                "edit_profile_photo" => rights.EditProfilePhoto = true,
                "edit_username" => rights.EditUsername = true,
                "view_gifts" => rights.ViewGifts = true,
                "sell_gifts" => rights.SellGifts = true,
                "change_gift_settings" => rights.ChangeGiftSettings = true,
                "transfer_and_upgrade_gifts" => rights.TransferAndUpgradeGifts = true,
                "transfer_stars" => rights.TransferStars = true,
                "manage_stories" => rights.ManageStories = true,
                _ => throw ControlException.Bad($"There is no right {name}."),
            };
        }

        return rights;
    }
}
