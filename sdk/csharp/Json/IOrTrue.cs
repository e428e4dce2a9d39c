namespace TelegramRest.Client.Json;

/// <summary>An object, or true where there is none to show.</summary>
internal interface IOrTrue<TSelf, TItem>
    where TSelf : IOrTrue<TSelf, TItem>
    where TItem : class
{
    TItem? Value { get; }

    static abstract TSelf From(TItem? value);
}
