using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc;

/// <summary>The answer to whoever sent something: which id each <c>random_id</c> got, and the messages.</summary>
internal static class SentAnswer
{
    public static Tl.UpdatesBase Of(SimulatorWorld world, Account me, params IReadOnlyList<Sent> messages)
    {
        var scene = world.Scene(me);
        var updates = new List<Tl.UpdateBase>();
        foreach (var sent in messages.Where(sent => sent.Message.RandomId != 0))
            updates.Add(new Tl.UpdateMessageID { Id = sent.Id, RandomId = sent.Message.RandomId });
        updates.AddRange(messages.Select(sent => scene.Update(sent.Box, sent.Event)).OfType<Tl.UpdateBase>());
        return scene.Updates([.. updates]);
    }
}
