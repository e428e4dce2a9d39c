using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Text;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>help.*: what clients ask before and beside everything else.</summary>
internal sealed class HelpService(SimulatorWorld world) : IRpcService
{
    private const int Hour = 3600;

    public void Register(RpcTable table)
    {
        table.On<Tl.Help.GetConfig, Tl.Config>(Access.Anyone, Config);
        table.On<Tl.Help.GetNearestDc, Tl.NearestDc>(Access.Anyone, (caller, _) => new Tl.NearestDc { Country = "US", ThisDc = caller.Context.DcId, NearestDcValue = caller.Context.DcId });
        table.On<Tl.Help.GetAppConfig, Tl.Help.AppConfigBase>(Access.Anyone, (_, method) => method.Hash == 1
            ? new Tl.Help.AppConfigNotModified()
            : new Tl.Help.AppConfig { Hash = 1, Config = new Tl.JsonObject { Value = [] } });
        table.On<Tl.Help.GetAppUpdate, Tl.Help.AppUpdateBase>(Access.Anyone, (_, _) => new Tl.Help.NoAppUpdate());
        table.On<Tl.Help.GetCdnConfig, Tl.CdnConfig>(Access.Anyone, (_, _) => new Tl.CdnConfig { PublicKeys = [] });
        table.On<Tl.Help.GetInviteText, Tl.Help.InviteText>(Access.Person, (_, _) => new Tl.Help.InviteText { Message = "Join me on Telegram: https://telegram.org/dl" });
        table.On<Tl.Help.GetTermsOfServiceUpdate, Tl.Help.TermsOfServiceUpdateBase>(Access.Account, (_, _) => new Tl.Help.TermsOfServiceUpdateEmpty { Expires = world.Clock.Now + Hour });
        table.On<Tl.Help.AcceptTermsOfService, bool>(Access.Person, (_, _) => true);
        table.On<Tl.Help.GetPromoData, Tl.Help.PromoDataBase>(Access.Account, (_, _) => new Tl.Help.PromoDataEmpty { Expires = world.Clock.Now + Hour });
        table.On<Tl.Help.SetBotUpdatesStatus, bool>(Access.Bot, (_, _) => true);
    }

    /// <summary>Every data centre is listed twice, the second time for media, which some clients look for (https://core.telegram.org/constructor/config).</summary>
    private Tl.Config Config(Caller caller, Tl.Help.GetConfig method) => new()
    {
        Date = world.Clock.Now,
        Expires = world.Clock.Now + Hour,
        TestMode = false,
        ThisDc = caller.Context.DcId,
        DcOptions =
        [
            .. caller.Context.DataCenters.SelectMany(static dc => new[]
            {
                new Tl.DcOption { Id = dc.Id, IpAddress = dc.Host, Port = dc.Port, Static = true },
                new Tl.DcOption { Id = dc.Id, IpAddress = dc.Host, Port = dc.Port, MediaOnly = true },
            }),
        ],
        DcTxtDomainName = "",
        ChatSizeMax = 200,
        MegagroupSizeMax = 200_000,
        ForwardedCountMax = 100,
        OnlineUpdatePeriodMs = 210_000,
        OfflineBlurTimeoutMs = 5_000,
        OfflineIdleTimeoutMs = 30_000,
        OnlineCloudTimeoutMs = 300_000,
        NotifyCloudDelayMs = 30_000,
        NotifyDefaultDelayMs = 1_500,
        PushChatPeriodMs = 60_000,
        PushChatLimit = 2,
        EditTimeLimit = EditRules.TimeLimit,
        RevokeTimeLimit = int.MaxValue,
        RevokePmTimeLimit = int.MaxValue,
        RatingEDecay = 2_419_200,
        StickersRecentLimit = 200,
        ChannelsReadMediaPeriod = 604_800,
        CallReceiveTimeoutMs = 20_000,
        CallRingTimeoutMs = 90_000,
        CallConnectTimeoutMs = 30_000,
        CallPacketTimeoutMs = 10_000,
        MeUrlPrefix = "https://t.me/",
        CaptionLengthMax = TextRules.CaptionLimit,
        MessageLengthMax = TextRules.MessageLimit,
        WebfileDcId = world.MainDc,
    };
}
