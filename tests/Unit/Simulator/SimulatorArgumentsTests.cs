using TelegramRest.Simulator;

namespace TelegramRest.Tests.Unit.Simulator;

public sealed class SimulatorArgumentsTests
{
    [Fact]
    public void Everything_has_a_default()
    {
        var arguments = SimulatorArguments.Parse([]);

        Assert.Equal(9443, arguments.Options.Port);
        Assert.Equal(9444, arguments.ControlPort);
        Assert.Equal("127.0.0.1", arguments.Options.Host);
        Assert.Null(arguments.Options.StateDirectory);
        Assert.False(arguments.AllowRemoteControl);
    }

    [Fact]
    public void Flags_take_their_value_behind_a_space_or_an_equals_sign()
    {
        var arguments = SimulatorArguments.Parse(["--port", "7000", "--control-port=7001", "--state", "somewhere", "--rsa-public-key=key.pem", "--allow-remote-control"]);

        Assert.Equal(7000, arguments.Options.Port);
        Assert.Equal(7001, arguments.ControlPort);
        Assert.Equal("somewhere", arguments.Options.StateDirectory);
        Assert.Equal("key.pem", arguments.Options.RsaPublicKeyPath);
        Assert.True(arguments.AllowRemoteControl);
    }

    [Theory]
    [InlineData("Unknown option --prot. --help lists the options.", "--prot", "1")]
    [InlineData("--port needs a value.", "--port")]
    [InlineData("--port needs a port number.", "--port", "many")]
    [InlineData("--port needs a port number.", "--port", "-1")]
    [InlineData("--host needs an IP address.", "--host", "localhost.example")]
    public void A_mistake_is_said_plainly(string message, params string[] arguments)
    {
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => SimulatorArguments.Parse(arguments)).Message);
    }

    [Fact]
    public void The_data_centres_leave_room_for_the_control_port()
    {
        var options = new SimulatorOptions { Port = 9443 };

        Assert.Equal([9453, 9443, 9473, 9483, 9493], SimulatorOptions.DataCenterIds.Select(options.PortOf));
        Assert.Equal(0, new SimulatorOptions().PortOf(4));
    }
}
