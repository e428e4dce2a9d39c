namespace TelegramRest.Mapping.FileIds;

/// <summary>What a file_id says its file is. The numbers are part of the format.</summary>
public enum FileType
{
    Thumbnail = 0,
    ProfilePhoto = 1,
    Photo = 2,
    VoiceNote = 3,
    Video = 4,
    Document = 5,
    Encrypted = 6,
    Temp = 7,
    Sticker = 8,
    Audio = 9,
    Animation = 10,
    EncryptedThumbnail = 11,
    Wallpaper = 12,
    VideoNote = 13,
    SecureDecrypted = 14,
    SecureEncrypted = 15,
    Background = 16,
    DocumentAsFile = 17,
    Ringtone = 18,
    CallLog = 19,
    PhotoStory = 20,
    VideoStory = 21,
    SelfDestructingPhoto = 22,
    SelfDestructingVideo = 23,
    SelfDestructingVideoNote = 24,
    SelfDestructingVoiceNote = 25,
    LivePhoto = 26,
    SelfDestructingLivePhoto = 27,
}
