namespace TelegramRest.Tests.Contract.Harness;

/// <summary>How a request brings its parameters.</summary>
public enum Style
{
    Json,
    Query,
    UrlEncoded,

    /// <summary>A body on a GET, which the API reads like any other.</summary>
    UrlEncodedGet,
    Multipart,
}
