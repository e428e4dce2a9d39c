using System.Buffers.Binary;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Inline;

/// <summary>
/// How a bot names a message that was sent through it and that it may not see (https://core.telegram.org/type/InputBotInlineMessageID). Messages of
/// basic groups go by the older form, all others by the one with an owner; the hash is the bot's own.
/// </summary>
internal sealed class InlineMessageIds(SimulatorWorld world)
{
    public Tl.InputBotInlineMessageIDBase Of(StoredMessage message, Account bot)
    {
        var dcId = Dc(message);
        if (message.Chat.Kind == PeerKind.Group)
            return new Tl.InputBotInlineMessageID { DcId = dcId, Id = message.Uid, AccessHash = Hash(message, bot) };
        var owner = message.Chat.Kind == PeerKind.Channel ? -message.Chat.Id : message.SenderId;
        return new Tl.InputBotInlineMessageID64 { DcId = dcId, OwnerId = owner, Id = message.Ids.GetValueOrDefault(owner), AccessHash = Hash(message, bot) };
    }

    /// <returns>Null for an unknown message, a wrong hash, or a data centre that the message is not in.</returns>
    public StoredMessage? Find(Tl.InputBotInlineMessageIDBase id, Account bot, int dcId)
    {
        var (message, hash, home) = id switch
        {
            Tl.InputBotInlineMessageID it => (world.Boxes.Message(it.Id), it.AccessHash, it.DcId),
            Tl.InputBotInlineMessageID64 it => (world.Boxes.Get(it.OwnerId).Messages.GetValueOrDefault(it.Id), it.AccessHash, it.DcId),
            _ => (null, 0, 0),
        };
        return message is not null && home == dcId && home == Dc(message) && hash == Hash(message, bot) ? message : null;
    }

    private int Dc(StoredMessage message) => world.Roster.Account(message.SenderId)?.HomeDc ?? world.MainDc;

    private long Hash(StoredMessage message, Account bot)
    {
        Span<byte> input = stackalloc byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(input, message.Uid);
        BinaryPrimitives.WriteInt64LittleEndian(input[8..], bot.Id);
        return BinaryPrimitives.ReadInt64LittleEndian(world.Hashes.Sign(input));
    }
}
