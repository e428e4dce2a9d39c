namespace TelegramRest.Accounts.Storage;

/// <summary>What to ask Telegram for to see a file again. The numbers are stored.</summary>
internal enum MediaOrigin
{
    Message = 0,
    ProfilePhoto = 1,
    StickerSet = 2,
    CustomEmoji = 3,
    ProfileAudio = 4,
}
