namespace TelegramRest.Generator.OpenApi.Diff;

/// <summary>Which way a schema travels. What narrows a request breaks callers, and so does what widens a response.</summary>
[Flags]
internal enum Direction
{
    None = 0,
    Request = 1,
    Response = 2,
}
