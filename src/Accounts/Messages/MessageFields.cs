namespace TelegramRest.Accounts.Messages;

/// <summary>What all kinds of message have.</summary>
internal static class MessageFields
{
    public static int Id(this Tl.MessageBase message) => message switch
    {
        Tl.Message m => m.Id,
        Tl.MessageService m => m.Id,
        Tl.MessageEmpty m => m.Id,
        _ => 0,
    };

    /// <summary>Unix seconds; 0 for an empty message.</summary>
    public static int Date(this Tl.MessageBase message) => message switch
    {
        Tl.Message m => m.Date,
        Tl.MessageService m => m.Date,
        _ => 0,
    };
}
