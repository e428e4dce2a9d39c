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

    [Fact]
    public async Task The_newest_photo_comes_first_and_pages_go_on()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        await Simulator.PostAsync("profile_photos", new JsonObject { ["from"] = meeting.Person.Id });
        await Simulator.PostAsync("profile_photos", new JsonObject { ["from"] = meeting.Person.Id });

        var all = (await meeting.CallAsync("getUserProfilePhotos", new JsonObject { ["user_id"] = meeting.Person.Id })).Result;
        var second = (await meeting.CallAsync("getUserProfilePhotos", new JsonObject { ["user_id"] = meeting.Person.Id, ["offset"] = 1, ["limit"] = 1 })).Result;

        Assert.Equal(2, (int)all["total_count"]!);
        Assert.Equal(2, (int)second["total_count"]!);
        Assert.Equal(all["photos"]![1]!.ToJsonString(), Assert.Single(second["photos"]!.AsArray())!.ToJsonString());
    }

    [Fact]
    public async Task Music_of_a_profile_is_named()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        await Simulator.PostAsync("profile_audios", new JsonObject { ["from"] = meeting.Person.Id, ["title"] = "A song", ["performer"] = "A choir", ["duration"] = 61 });

        var audios = (await meeting.CallAsync("getUserProfileAudios", new JsonObject { ["user_id"] = meeting.Person.Id })).Result;

        Assert.Equal(1, (int)audios["total_count"]!);
        Assert.Equal("A song A choir 61", $"{audios["audios"]![0]!["title"]} {audios["audios"]![0]!["performer"]} {audios["audios"]![0]!["duration"]}");
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
