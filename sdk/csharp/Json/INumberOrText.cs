namespace TelegramRest.Client.Json;

/// <summary>A value that is written as a number or as a text.</summary>
internal interface INumberOrText<TSelf>
    where TSelf : INumberOrText<TSelf>
{
    long? Number { get; }

    string? Text { get; }

    static abstract TSelf From(long number);

    static abstract TSelf From(string text);
}
