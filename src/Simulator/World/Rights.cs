namespace TelegramRest.Simulator.World;

/// <summary>The sets of rights that Telegram gives by itself (https://core.telegram.org/api/rights).</summary>
internal static class Rights
{
    /// <summary>All that an admin of a basic group may do.</summary>
    public static Tl.ChatAdminRights GroupAdmin() => new()
    {
        ChangeInfo = true,
        DeleteMessages = true,
        BanUsers = true,
        InviteUsers = true,
        PinMessages = true,
        ManageCall = true,
        Other = true,
    };

    public static Tl.ChatAdminRights Creator(bool broadcast) => new()
    {
        ChangeInfo = true,
        PostMessages = broadcast,
        EditMessages = broadcast,
        ManageDirectMessages = broadcast,
        DeleteMessages = true,
        BanUsers = true,
        InviteUsers = true,
        PinMessages = !broadcast,
        AddAdmins = true,
        ManageCall = true,
        ManageTopics = !broadcast,
        Other = true,
    };

    public static bool Any(Tl.ChatAdminRights rights) =>
        rights.ChangeInfo || rights.PostMessages || rights.EditMessages || rights.DeleteMessages || rights.BanUsers || rights.InviteUsers || rights.PinMessages
        || rights.AddAdmins || rights.Anonymous || rights.ManageCall || rights.Other || rights.ManageTopics || rights.PostStories || rights.EditStories
        || rights.DeleteStories || rights.ManageDirectMessages;

    public static bool Any(Tl.ChatBannedRights rights) =>
        rights.ViewMessages || rights.SendMessages || rights.SendMedia || rights.SendStickers || rights.SendGifs || rights.SendGames || rights.SendInline
        || rights.EmbedLinks || rights.SendPolls || rights.ChangeInfo || rights.InviteUsers || rights.PinMessages || rights.ManageTopics || rights.SendPhotos
        || rights.SendVideos || rights.SendRoundvideos || rights.SendAudios || rights.SendVoices || rights.SendDocs || rights.SendPlain || rights.SendReactions;
}
