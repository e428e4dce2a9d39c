using System.Net;
using TelegramRest.Server.Operations;
using Xunit;

namespace TelegramRest.Tests.Unit.Server.Operations;

public sealed class CommandLineTests
{
    private readonly List<string> _notes = [];

    [Fact]
    public void Nothing_given_leaves_the_defaults()
    {
        var options = Parse();

        Assert.Equal((8081, 0, "./", 500, true), (options.HttpPort, options.StatPort, options.Directory, options.HttpIdleTimeout, options.AllowUsers));
        Assert.Equal(IPAddress.Loopback, options.HttpAddress);
        Assert.False(options.Simulator);
    }

    [Theory]
    [InlineData("--http-port=9000")]
    [InlineData("--http-port", "9000")]
    [InlineData("-p", "9000")]
    [InlineData("-p9000")]
    public void A_value_may_follow_in_every_usual_way(params string[] arguments) => Assert.Equal(9000, Parse(arguments).HttpPort);

    [Fact]
    public void A_flag_wins_over_its_variable()
    {
        var options = CommandLine.Parse(["--dir", "/flag"], Environment(("TELEGRAM_WORK_DIR", "/variable"), ("TELEGRAM_API_ID", "5"), ("TELEGRAM_LOCAL", "1")), _notes.Add);

        Assert.Equal(("/flag", 5, true), (options.Directory, options.ApiId, options.Local));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("false")]
    [InlineData("")]
    public void A_variable_that_says_no_is_no(string value) => Assert.False(CommandLine.Parse([], Environment(("TELEGRAM_LOCAL", value)), _notes.Add).Local);

    [Fact]
    public void The_statistics_variable_opens_their_port() => Assert.Equal(8082, CommandLine.Parse([], Environment(("TELEGRAM_STAT", "1")), _notes.Add).StatPort);

    [Fact]
    public void Data_centres_add_up()
    {
        var options = Parse("--dc", "2=127.0.0.1:9443", "--dc=4=[::1]:9444");

        Assert.Equal([new DataCentreAddress(2, "127.0.0.1", 9443), new DataCentreAddress(4, "::1", 9444)], options.DataCentres);
    }

    [Fact]
    public void A_flag_without_effect_says_so_once()
    {
        Parse("--cpu-affinity=1", "--cpu-affinity=2");

        Assert.Equal("--cpu-affinity has no effect here: set it from outside, with taskset.", Assert.Single(_notes));
    }

    [Theory]
    [InlineData("Unknown argument \"--nonsense\". See --help.", "--nonsense")]
    [InlineData("Unknown argument \"stray\". See --help.", "stray")]
    [InlineData("Unknown argument \"-z\". See --help.", "-z")]
    [InlineData("--http-port needs a value", "--http-port")]
    [InlineData("--local takes no value", "--local=1")]
    [InlineData("Wrong value \"70000\" of --http-port: expected a number from 0 to 65535", "--http-port=70000")]
    [InlineData("Wrong value \"x\" of --http-ip-address: expected an IP address", "--http-ip-address=x")]
    [InlineData("Wrong verbosity level specified", "-v", "-1")]
    [InlineData("Wrong argument specified: ensure that remainder < modulo", "--filter=2/2")]
    [InlineData("Wrong data centre \"2\": expected ID=HOST:PORT", "--dc=2")]
    public void What_cannot_be_is_refused(string message, params string[] arguments) =>
        Assert.Equal(message, Assert.Throws<UsageException>(() => Parse(arguments)).Message);

    [Fact]
    public void Without_application_and_simulator_the_message_says_where_to_get_them()
    {
        var message = Assert.Throws<UsageException>(() => CommandLine.RequireTelegram(Parse())).Message;

        Assert.StartsWith("You must provide valid api-id and api-hash obtained at https://my.telegram.org", message, StringComparison.Ordinal);
        Assert.Contains("--simulator", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--simulator")]
    [InlineData("--api-id=1", "--api-hash=h")]
    [InlineData("--api-id=1", "--api-hash=h", "--dc=2=h:1", "--rsa-public-key=k.pem")]
    public void A_Telegram_to_talk_to_is_enough(params string[] arguments) => CommandLine.RequireTelegram(Parse(arguments));

    [Fact]
    public void The_simulator_goes_with_no_other_data_centre() =>
        Assert.Throws<UsageException>(() => CommandLine.RequireTelegram(Parse("--simulator", "--dc=2=h:1")));

    [Fact]
    public void The_help_lists_every_flag()
    {
        var help = HelpText.Usage();

        Assert.All(Flags.All, flag => Assert.Contains($"--{flag.Name}", help, StringComparison.Ordinal));
        Assert.Contains("--http-port=PORT", help, StringComparison.Ordinal);
        Assert.Contains("[8081]", help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1/3", 4, true)]
    [InlineData("1/3", 5, false)]
    public void The_filter_serves_one_remainder(string filter, long id, bool served) => Assert.Equal(served, Parse("--filter", filter).Serves(id));

    private static Func<string, string?> Environment(params (string Name, string Value)[] variables) =>
        name => variables.FirstOrDefault(variable => variable.Name == name).Value;

    private ServerOptions Parse(params string[] arguments) => CommandLine.Parse(arguments, _ => null, _notes.Add);
}
