namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>langpack.*: no translations exist, which clients take as "use your own texts".</summary>
internal sealed class LangpackService : IRpcService
{
    public void Register(RpcTable table)
    {
        table.On<Tl.Langpack.GetLangPack, Tl.LangPackDifference>(Access.Anyone, (_, method) => Empty(method.LangCode, 0));
        table.On<Tl.Langpack.GetDifference, Tl.LangPackDifference>(Access.Anyone, (_, method) => Empty(method.LangCode, method.FromVersion));
        table.On<Tl.Langpack.GetStrings, Tl.LangPackStringBase[]>(Access.Anyone, (_, _) => []);
        table.On<Tl.Langpack.GetLanguages, Tl.LangPackLanguage[]>(Access.Anyone, (_, _) => []);
    }

    private static Tl.LangPackDifference Empty(string langCode, int fromVersion) => new() { LangCode = langCode, FromVersion = fromVersion, Version = fromVersion, Strings = [] };
}
