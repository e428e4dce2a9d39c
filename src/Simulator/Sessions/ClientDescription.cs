namespace TelegramRest.Simulator.Sessions;

/// <summary>The application and device as <c>initConnection</c> describes them (https://core.telegram.org/method/initConnection).</summary>
public sealed record ClientDescription(int ApiId, string DeviceModel, string SystemVersion, string AppVersion, string SystemLangCode, string LangPack, string LangCode);
