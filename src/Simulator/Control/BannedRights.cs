namespace TelegramRest.Simulator.Control;

/// <summary>What can be forbidden in a chat, by the names that the schema has for it (https://core.telegram.org/constructor/chatBannedRights).</summary>
internal static class BannedRights
{
    public static Tl.ChatBannedRights Of(string[] names, int untilDate = 0)
    {
        var rights = new Tl.ChatBannedRights { UntilDate = untilDate };
        foreach (var name in names)
            Forbid(rights, name);
        return rights;
    }

    private static void Forbid(Tl.ChatBannedRights rights, string name)
    {
        _ = name switch
        {
            "view_messages" => rights.ViewMessages = true,
            "send_messages" => rights.SendMessages = true,
            "send_media" => rights.SendMedia = true,
            "send_stickers" => rights.SendStickers = true,
            "send_gifs" => rights.SendGifs = true,
            "send_games" => rights.SendGames = true,
            "send_inline" => rights.SendInline = true,
            "embed_links" => rights.EmbedLinks = true,
            "send_polls" => rights.SendPolls = true,
            "change_info" => rights.ChangeInfo = true,
            "invite_users" => rights.InviteUsers = true,
            "pin_messages" => rights.PinMessages = true,
            "manage_topics" => rights.ManageTopics = true,
            "send_photos" => rights.SendPhotos = true,
            "send_videos" => rights.SendVideos = true,
            "send_roundvideos" => rights.SendRoundvideos = true,
            "send_audios" => rights.SendAudios = true,
            "send_voices" => rights.SendVoices = true,
            "send_docs" => rights.SendDocs = true,
            "send_plain" => rights.SendPlain = true,
            "send_reactions" => rights.SendReactions = true,
            _ => throw ControlException.Bad($"There is no right {name}."),
        };
    }
}
