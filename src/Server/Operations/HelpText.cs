using System.Text;

namespace TelegramRest.Server.Operations;

/// <summary>What <c>--help</c> and <c>--version</c> print.</summary>
internal static class HelpText
{
    public const string BotApiVersion = "10.2";

    public static string Version => $"Bot API {BotApiVersion}";

    public static string Usage()
    {
        var text = new StringBuilder()
            .AppendLine("telegram.rest: the Telegram Bot API, for bots and for people, on your own machine.")
            .AppendLine()
            .AppendLine("Usage: TelegramRest.Server --api-id=N --api-hash=HASH [flags]")
            .AppendLine("       TelegramRest.Server --simulator [flags]")
            .AppendLine();
        foreach (var flag in Flags.All)
        {
            var spelling = $"{(flag.Short is { } letter ? $"-{letter}, " : "    ")}--{flag.Name}{(flag.Value is null ? "" : $"={flag.Value}")}";
            text.Append("  ").Append(spelling);
            if (spelling.Length > 38)
                text.AppendLine().Append(' ', 42);
            else
                text.Append(' ', 40 - spelling.Length);
            text.Append(flag.Help);
            if (flag.Default is not null)
                text.Append(" [").Append(flag.Default).Append(']');
            if (flag.Environment is not null)
                text.Append(" ($").Append(flag.Environment).Append(')');
            text.AppendLine();
        }

        return text.AppendLine().AppendLine("$TELEGRAM_STAT switches the statistics on at port 8082.").ToString();
    }
}
