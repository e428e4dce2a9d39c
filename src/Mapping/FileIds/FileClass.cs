namespace TelegramRest.Mapping.FileIds;

/// <summary>Files of one class are addressed alike and may stand for each other. The numbers, plus one, are part of file_unique_id.</summary>
public enum FileClass
{
    Photo = 0,
    Document = 1,
    Secure = 2,
    Encrypted = 3,
    Temp = 4,
}
