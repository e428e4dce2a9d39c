namespace TelegramRest.BotApi;

/// <summary>Who may call an operation.</summary>
[Flags]
public enum OperationAccounts
{
    None = 0,
    Bot = 1,
    User = 2,
}
