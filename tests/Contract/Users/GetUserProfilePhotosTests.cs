using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Users;

public sealed class GetUserProfilePhotosTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("getUserProfilePhotos", "photos")]
    [InlineData("getUserProfileAudios", "audios")]
    public async Task Nobody_has_any_at_first(string operation, string member)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var result = (await meeting.CallAsync(operation, new JsonObject { ["user_id"] = meeting.Person.Id, ["offset"] = -1, ["limit"] = 500 })).Result;

        Assert.Equal(0, (int)result["total_count"]!);
        Assert.Empty(result[member]!.AsArray());
    }

    [Theory]
    [InlineData("getUserProfilePhotos")]
    [InlineData("getUserProfileAudios")]
    public async Task An_unknown_user_is_told(string operation)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        (await meeting.CallAsync(operation, new JsonObject { ["user_id"] = 4711 })).Fails(400, "Bad Request: user not found");
        (await meeting.CallAsync(operation, [])).Fails(400, "Bad Request: invalid user_id specified");
    }
}
