using System.Globalization;

namespace TelegramRest.Simulator;

/// <summary>The command line of a simulator that runs alone.</summary>
internal sealed record SimulatorArguments(SimulatorOptions Options, int ControlPort, bool AllowRemoteControl)
{
    public const string Help = """
        A simulated Telegram: real MTProto on real TCP ports, with its own RSA key, for clients, servers and their tests.

        usage: dotnet run --project src/Simulator -- [options]

          --port PORT               port of data centre 2, where clients start (default 9443; 0 takes any free ports);
                                    data centres 1, 3, 4 and 5 listen on PORT+10, PORT+30, PORT+40 and PORT+50
          --host ADDRESS            local address to listen on (default 127.0.0.1)
          --advertised-host HOST    address that clients are told for the data centres (default: that of --host)
          --control-port PORT       port of the HTTP control surface under /simulator/ (default 9444; 0 takes any free port)
          --allow-remote-control    let other machines use the control surface, which hands out login codes
          --rsa-public-key FILE     where to write the public key that clients must trust (PEM, PKCS#1)
          --state DIRECTORY         where everything is kept; without it everything is forgotten at the end
          --help                    print this
        """;

    /// <exception cref="ArgumentException">A flag is unknown, or its value is missing or no good; the message is for the user.</exception>
    public static SimulatorArguments Parse(IReadOnlyList<string> arguments)
    {
        var options = new SimulatorOptions { Port = 9443 };
        var controlPort = 9444;
        var allowRemoteControl = false;
        for (var i = 0; i < arguments.Count; i++)
        {
            var (flag, value) = Split(arguments[i]);
            switch (flag)
            {
                case "--port":
                    options = options with { Port = Port(flag, Value()) };
                    break;
                case "--host":
                    options = options with { Host = Value() };
                    break;
                case "--advertised-host":
                    options = options with { AdvertisedHost = Value() };
                    break;
                case "--control-port":
                    controlPort = Port(flag, Value());
                    break;
                case "--allow-remote-control":
                    allowRemoteControl = true;
                    break;
                case "--rsa-public-key":
                    options = options with { RsaPublicKeyPath = Value() };
                    break;
                case "--state":
                    options = options with { StateDirectory = Value() };
                    break;
                default:
                    throw new ArgumentException($"Unknown option {flag}. --help lists the options.");
            }

            string Value()
            {
                if (value is not null)
                    return value;
                return ++i < arguments.Count ? arguments[i] : throw new ArgumentException($"{flag} needs a value.");
            }
        }

        if (!System.Net.IPAddress.TryParse(options.Host, out _))
            throw new ArgumentException("--host needs an IP address.");
        return new SimulatorArguments(options, controlPort, allowRemoteControl);
    }

    private static (string Flag, string? Value) Split(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (argument, null) : (argument[..equals], argument[(equals + 1)..]);
    }

    private static int Port(string flag, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue - 50 ? port : throw new ArgumentException($"{flag} needs a port number.");
}
