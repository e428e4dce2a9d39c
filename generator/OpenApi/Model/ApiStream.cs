namespace TelegramRest.Generator.OpenApi.Model;

/// <summary>Something fetched by GET that is answered as a stream and not in the envelope. The server has it by hand; the table knows its name.</summary>
internal sealed record ApiStream(string Id, string Path, string Tag, bool Bots, bool Users, bool Pending);
