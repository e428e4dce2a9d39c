namespace TelegramRest.Simulator.Rpc;

/// <summary>Who may call a method, and where.</summary>
[Flags]
internal enum Access
{
    /// <summary>Also before a login.</summary>
    Anyone = 0,

    Person = 1,

    Bot = 2,

    Account = Person | Bot,

    /// <summary>Also at a data centre that is not the account's home, as files are.</summary>
    Everywhere = 4,
}
