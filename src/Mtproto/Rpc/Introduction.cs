namespace TelegramRest.Mtproto.Rpc;

/// <summary>
/// The header in which queries travel until the server has answered one on this connection: which layer we speak and who we are.
/// https://core.telegram.org/api/invoking#saving-client-info
/// </summary>
internal static class Introduction
{
    public static Tl.TlMethod Wrap(Tl.TlMethod query, MtprotoClientOptions options) => new Tl.InvokeWithLayer
    {
        Layer = Tl.Schema.Layer,
        Query = new Tl.InitConnection
        {
            ApiId = options.ApiId,
            DeviceModel = options.DeviceModel,
            SystemVersion = options.SystemVersion,
            AppVersion = options.AppVersion,
            SystemLangCode = options.SystemLanguage,
            LangPack = "",
            LangCode = options.Language,
            Query = query,
        },
    };
}
