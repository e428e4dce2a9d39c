using TelegramRest.BotApi;

namespace TelegramRest.Mapping;

/// <summary>An update as the Bot API shows it, without its number.</summary>
/// <param name="Kind">One of <see cref="UpdateKinds"/>.</param>
/// <param name="Update">Its update_id is 0.</param>
/// <param name="OrderKey">Updates with one key are delivered one after another; 0 stands alone.</param>
/// <param name="Date">Unix time from which <paramref name="Lifetime"/> counts; null: from its arrival.</param>
/// <param name="Lifetime">Seconds after which nobody wants it any more.</param>
public sealed record MappedUpdate(string Kind, Update Update, long OrderKey, int? Date, int Lifetime);
