using TelegramRest.Mtproto.Datacenters;

namespace TelegramRest.Tests.Unit.Mtproto;

public class DcTableTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Attempts_go_round_the_addresses_of_a_data_centre()
    {
        var table = DcTable.Of([new(2, "a", 1), new(2, "b", 2)]);
        Assert.Equal(["a", "b", "a"], Enumerable.Range(0, 3).Select(attempt => table.Find(2, attempt)!.Host));
        Assert.Null(table.Find(9, 0));
    }

    [Fact]
    public void Configuration_adds_what_can_be_used_and_leaves_what_was_given()
    {
        var table = DcTable.Of([new(2, "given", 1)]);
        table.Update(
            Config(
                Option(2, "told"),
                Option(3, "good"),
                Option(4, "::1", option => option.Ipv6 = true),
                Option(4, "media", option => option.MediaOnly = true),
                Option(4, "hidden", option => option.TcpoOnly = true),
                Option(203, "cdn", option => option.Cdn = true),
                Option(5, "secret", option => option.Secret = new byte[16])),
            Now);
        Assert.Equal("given", table.Find(2, 0)!.Host);
        Assert.Equal(new DcEndpoint(3, "good", 443), table.Find(3, 0));
        foreach (var unusable in (int[])[4, 5, 203])
            Assert.Null(table.Find(unusable, 0));
    }

    [Fact]
    public void Built_in_addresses_are_replaced_by_the_configuration_s()
    {
        var table = DcTable.Production();
        table.Update(Config(Option(1, "new")), Now);
        Assert.Equal("new", table.Find(1, 5)!.Host);
        Assert.Equal("149.154.167.51", table.Find(2, 0)!.Host);
    }

    [Fact]
    public void One_asks_for_all_and_again_only_when_the_configuration_has_expired_or_is_in_doubt()
    {
        var table = DcTable.Production();
        Assert.True(table.TryBeginRefresh(Now));
        Assert.False(table.TryBeginRefresh(Now));
        Assert.True(table.TryBeginRefresh(Now.AddMinutes(1)));
        table.Update(Config(), Now);
        Assert.False(table.TryBeginRefresh(Now.AddMinutes(59)));
        Assert.True(table.TryBeginRefresh(Now.AddHours(1)));
        table.Update(Config(), Now);
        table.Expire();
        Assert.True(table.TryBeginRefresh(Now));
    }

    private static Tl.DcOption Option(int id, string address, Action<Tl.DcOption>? change = null)
    {
        var option = new Tl.DcOption { Id = id, IpAddress = address, Port = 443 };
        change?.Invoke(option);
        return option;
    }

    private static Tl.Config Config(params Tl.DcOption[] options) => new()
    {
        Date = 1_000_000,
        Expires = 1_003_600,
        DcOptions = options,
        DcTxtDomainName = "",
        MeUrlPrefix = "",
    };
}
