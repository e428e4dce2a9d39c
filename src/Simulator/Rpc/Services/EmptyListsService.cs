namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>What clients ask at start-up of things that the simulator has none of: a true answer is an empty one.</summary>
internal sealed class EmptyListsService : IRpcService
{
    public void Register(RpcTable table)
    {
        table.On<Tl.Messages.GetAttachMenuBots, Tl.AttachMenuBotsBase>(Access.Person, (_, _) => new Tl.AttachMenuBots { Hash = 0, Bots = [], Users = [] });
        table.On<Tl.Messages.GetAvailableReactions, Tl.Messages.AvailableReactionsBase>(Access.Person, (_, _) => new Tl.Messages.AvailableReactions { Hash = 0, Reactions = [] });
    }
}
