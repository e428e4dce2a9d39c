namespace TelegramRest.Client.Json;

/// <summary>A case of a union that is no object.</summary>
internal interface IPlainCase<TSelf, TValue>
    where TSelf : IPlainCase<TSelf, TValue>
{
    TValue Value { get; }

    static abstract TSelf From(TValue value);
}
