using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>bots.*: what a bot says about itself.</summary>
internal sealed class BotsService(SimulatorWorld world, PeerResolver peers) : IRpcService
{
    /// <summary>Where commands are kept that are for everybody, in every language.</summary>
    public const string DefaultScope = "default|";

    private const int CommandLimit = 100;

    public void Register(RpcTable table)
    {
        table.On<Tl.Bots.SetBotCommands, bool>(Access.Bot, SetCommands);
        table.On<Tl.Bots.ResetBotCommands, bool>(Access.Bot, (caller, method) => Changed(caller.Me, bot => bot.Commands.Remove(Key(caller.Me, method.Scope, method.LangCode))));
        table.On<Tl.Bots.GetBotCommands, Tl.BotCommand[]>(Access.Bot, (caller, method) => caller.Me.Bot!.Commands.GetValueOrDefault(Key(caller.Me, method.Scope, method.LangCode), []));
        table.On<Tl.Bots.SetBotMenuButton, bool>(Access.Bot, (caller, method) => Changed(caller.Me, bot => bot.MenuButton = method.Button));
        table.On<Tl.Bots.GetBotMenuButton, Tl.BotMenuButtonBase>(Access.Bot, (caller, _) => caller.Me.Bot!.MenuButton ?? new Tl.BotMenuButtonDefault());
        table.On<Tl.Bots.SetBotGroupDefaultAdminRights, bool>(Access.Bot, (caller, method) => Changed(caller.Me, bot => bot.GroupRights = method.AdminRights));
        table.On<Tl.Bots.SetBotBroadcastDefaultAdminRights, bool>(Access.Bot, (caller, method) => Changed(caller.Me, bot => bot.ChannelRights = method.AdminRights));
        table.On<Tl.Bots.SetBotInfo, bool>(Access.Account, SetInfo);
        table.On<Tl.Bots.GetBotInfo, Tl.Bots.BotInfo>(Access.Account, GetInfo);
    }

    private bool SetCommands(Caller caller, Tl.Bots.SetBotCommands method)
    {
        if (method.Commands.Length > CommandLimit || method.Commands.Any(command => command.Command.Length is 0 or > 32 || !command.Command.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_')))
            throw new RpcError(400, "BOT_COMMAND_INVALID");
        if (method.Commands.Any(command => command.Description.Length is 0 or > 256))
            throw new RpcError(400, "BOT_COMMAND_DESCRIPTION_INVALID");
        return Changed(caller.Me, bot => bot.Commands[Key(caller.Me, method.Scope, method.LangCode)] = method.Commands);
    }

    private bool SetInfo(Caller caller, Tl.Bots.SetBotInfo method)
    {
        var owner = Target(caller.Me, method.Bot);
        if (method.Name is { } name)
            owner.FirstName = name.Trim() is { Length: > 0 and <= 64 } valid ? valid : throw new RpcError(400, "FIRSTNAME_INVALID");
        if (method.About is { } about)
            owner.About = about;
        return Changed(owner, bot => bot.Description = method.Description ?? bot.Description);
    }

    private Tl.Bots.BotInfo GetInfo(Caller caller, Tl.Bots.GetBotInfo method)
    {
        var owner = Target(caller.Me, method.Bot);
        return new Tl.Bots.BotInfo { Name = owner.FirstName, About = owner.About, Description = owner.Bot!.Description };
    }

    private Account Target(Account me, Tl.InputUserBase? bot)
    {
        var target = bot is null ? me : peers.User(me, bot);
        return target.IsBot && (target.Id == me.Id || target.Bot!.OwnerId == me.Id) ? target : throw new RpcError(400, "USER_BOT_INVALID");
    }

    private string Key(Account me, Tl.BotCommandScopeBase scope, string langCode)
    {
        if (langCode.Length is not (0 or 2))
            throw new RpcError(400, "LANG_CODE_INVALID");
        var name = scope switch
        {
            Tl.BotCommandScopeDefault => "default",
            Tl.BotCommandScopeUsers => "users",
            Tl.BotCommandScopeChats => "chats",
            Tl.BotCommandScopeChatAdmins => "admins",
            Tl.BotCommandScopePeer it => $"{peers.Peer(me, it.Peer)}",
            Tl.BotCommandScopePeerAdmins it => $"{peers.Peer(me, it.Peer)}/admins",
            Tl.BotCommandScopePeerUser it => $"{peers.Peer(me, it.Peer)}/{peers.User(me, it.UserId).Peer}",
            _ => throw new NotSupportedException($"{scope.GetType().Name} is no scope that is known."),
        };
        return $"{name}|{langCode}";
    }

    private bool Changed(Account account, Action<BotProfile> change)
    {
        change(account.Bot!);
        account.Bot!.Version++;
        world.Rows.Save(account);
        return true;
    }
}
