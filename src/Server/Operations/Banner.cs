using System.Globalization;
using TelegramRest.Simulator.World;

namespace TelegramRest.Server.Operations;

/// <summary>The lines that a newcomer sees, with everything needed for the first call.</summary>
internal static class Banner
{
    public static IEnumerable<string> Lines(Uri url, int? simulatorPort, DemoSeed? demo)
    {
        var root = url.ToString().TrimEnd('/');
        yield return $"telegram.rest is up    {root}";
        yield return $"  documentation        {root}/docs";
        if (demo is null)
            yield break;

        yield return string.Create(CultureInfo.InvariantCulture, $"  Telegram             simulated, in this process (MTProto port {simulatorPort}); nothing reaches the real one");
        yield return $"  a bot's token        {demo.BotToken}  (@{demo.BotUsername})";
        yield return $"  a phone number       {demo.PhoneNumber}  (curl -d phone_number={demo.PhoneNumber} {root}/userLogin, then its code: curl {root}/simulator/users/{demo.PhoneNumber}/code)";
        yield return $"  try it               curl {root}/bot{demo.BotToken}/getMe";
    }
}
