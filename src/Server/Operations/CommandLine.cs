namespace TelegramRest.Server.Operations;

/// <summary>Reads flags and environment into <see cref="ServerOptions"/>. A flag wins over its variable.</summary>
internal static class CommandLine
{
    /// <param name="arguments">As the process got them.</param>
    /// <param name="environment">Reads one variable.</param>
    /// <param name="notes">Gets one line for every given flag that has no effect here.</param>
    /// <exception cref="UsageException">Unknown flag, missing or wrong value.</exception>
    public static ServerOptions Parse(IReadOnlyList<string> arguments, Func<string, string?> environment, Action<string> notes)
    {
        var options = new ServerOptions();
        var noted = new HashSet<string>();

        void Apply(Flag flag, string value, string spelling)
        {
            if (flag.NoEffectBecause is { } reason && noted.Add(flag.Name))
                notes($"{spelling} has no effect here: {reason}.");
            flag.Apply(options, value);
        }

        foreach (var flag in Flags.All)
            if (flag.Environment is { } variable && environment(variable) is { Length: > 0 } value && (flag.Value is not null || IsOn(value)))
                Apply(flag, value, variable);
        if (environment("TELEGRAM_STAT") is { Length: > 0 } stat && IsOn(stat))
            options.StatPort = 8082;

        for (var i = 0; i < arguments.Count; i++)
        {
            var (flag, value) = Read(arguments, ref i);
            Apply(flag, value, $"--{flag.Name}");
        }

        return options;
    }

    /// <summary>Says what is missing for talking to Telegram, or nothing.</summary>
    /// <exception cref="UsageException">Neither an application's keys nor a simulator.</exception>
    public static void RequireTelegram(ServerOptions options)
    {
        if (options.Simulator && (options.DataCentres.Count > 0 || options.RsaPublicKeyFiles.Count > 0))
            throw new UsageException("--simulator brings its own data centres: leave out --dc and --rsa-public-key");
        if (options.Simulator)
            return;
        if (options.ApiId <= 0 || options.ApiHash.Length == 0)
            throw new UsageException(
                """
                You must provide valid api-id and api-hash obtained at https://my.telegram.org
                Give them as --api-id=N --api-hash=HASH, or in TELEGRAM_API_ID and TELEGRAM_API_HASH.
                To try the server without Telegram, start it with --simulator.
                """);
        if (options.DataCentres.Count > 0 && options.RsaPublicKeyFiles.Count == 0)
            throw new UsageException("--dc needs --rsa-public-key: data centres other than Telegram's have a key of their own");
    }

    private static (Flag Flag, string Value) Read(IReadOnlyList<string> arguments, ref int index)
    {
        var argument = arguments[index];
        if (argument.StartsWith("--", StringComparison.Ordinal))
        {
            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? argument[2..] : argument[2..equals];
            var flag = Flags.All.FirstOrDefault(candidate => candidate.Name == name) ?? throw Unknown(argument);
            if (flag.Value is null)
                return equals < 0 ? (flag, "") : throw new UsageException($"--{name} takes no value");
            return (flag, equals >= 0 ? argument[(equals + 1)..] : Next(arguments, ref index, $"--{name}"));
        }

        if (argument.Length >= 2 && argument[0] == '-')
        {
            var flag = Flags.All.FirstOrDefault(candidate => candidate.Short == argument[1]) ?? throw Unknown(argument);
            if (flag.Value is null)
                return argument.Length == 2 ? (flag, "") : throw Unknown(argument);
            return (flag, argument.Length > 2 ? argument[2..].TrimStart('=') : Next(arguments, ref index, $"-{flag.Short}"));
        }

        throw Unknown(argument);
    }

    private static string Next(IReadOnlyList<string> arguments, ref int index, string flag) =>
        index + 1 < arguments.Count ? arguments[++index] : throw new UsageException($"{flag} needs a value");

    private static UsageException Unknown(string argument) => new($"Unknown argument \"{argument}\". See --help.");

    private static bool IsOn(string value) => value.Trim().ToLowerInvariant() is not ("0" or "false" or "no" or "off");
}
