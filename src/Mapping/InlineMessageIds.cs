using System.Buffers.Binary;
using TelegramRest.BotApi;
using TelegramRest.Mapping.FileIds;

namespace TelegramRest.Mapping;

/// <summary>Identifiers of messages that were sent through a bot's inline mode: the bare body of Telegram's id in base64.</summary>
/// <remarks>https://core.telegram.org/type/InputBotInlineMessageID</remarks>
public static class InlineMessageIds
{
    private const int OldLength = 20;
    private const int Length = 24;
    private const int MaxDcId = 1000;

    public static string ToBotApi(Tl.InputBotInlineMessageIDBase id)
    {
        Span<byte> bytes = stackalloc byte[Length];
        switch (id)
        {
            case Tl.InputBotInlineMessageID64 current:
                BinaryPrimitives.WriteInt32LittleEndian(bytes, current.DcId);
                BinaryPrimitives.WriteInt64LittleEndian(bytes[4..], current.OwnerId);
                BinaryPrimitives.WriteInt32LittleEndian(bytes[12..], current.Id);
                BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], current.AccessHash);
                return Base64Url.Encode(bytes);
            case Tl.InputBotInlineMessageID old:
                BinaryPrimitives.WriteInt32LittleEndian(bytes, old.DcId);
                BinaryPrimitives.WriteInt64LittleEndian(bytes[4..], old.Id);
                BinaryPrimitives.WriteInt64LittleEndian(bytes[12..], old.AccessHash);
                return Base64Url.Encode(bytes[..OldLength]);
            default:
                throw new InvalidOperationException($"{id.GetType().Name} is not a known id.");
        }
    }

    /// <returns>The id, and the data centre that must be asked.</returns>
    /// <exception cref="BotApiException">400: no such id.</exception>
    public static (Tl.InputBotInlineMessageIDBase Id, int DcId) ToTl(string text)
    {
        if (Base64Url.TryDecode(text, out var bytes) != null || bytes.Length is not (OldLength or Length))
            throw Invalid();

        var dcId = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (dcId is < 1 or > MaxDcId)
            throw Invalid();

        var first = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(4));
        return bytes.Length == OldLength
            ? (new Tl.InputBotInlineMessageID { DcId = dcId, Id = first, AccessHash = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(12)) }, dcId)
            : (new Tl.InputBotInlineMessageID64
            {
                DcId = dcId,
                OwnerId = first,
                Id = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(12)),
                AccessHash = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(16)),
            }, dcId);
    }

    private static BotApiException Invalid() => BotApiException.BadRequest("invalid inline message identifier specified");
}
