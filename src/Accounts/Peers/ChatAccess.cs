namespace TelegramRest.Accounts.Peers;

/// <summary>What an operation is about to do in a chat; each level includes the checks of the ones before.</summary>
public enum ChatAccess
{
    Read,
    ReadMembers,
    Edit,
    Write,
}
