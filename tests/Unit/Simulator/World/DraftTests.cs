namespace TelegramRest.Tests.Unit.Simulator.World;

public sealed class DraftTests
{
    [Fact]
    public async Task Draft_is_shared_kept_and_gone_with_the_message()
    {
        await using var world = TestWorld.Open();
        var (ann, ben) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"));
        var (phone, desk) = (world.LogIn(ann), world.LogIn(ann));
        await phone.CallAsync(new Tl.Messages.SaveDraft { Peer = world.Peer(phone, ben.Peer), Message = "  half a  " });

        Assert.True(Assert.Single(((Tl.UpdatesConstructor)await desk.CallAsync(new Tl.Messages.GetAllDrafts())).Updates) is Tl.UpdateDraftMessage { Draft: Tl.DraftMessage { Message: "half a" } });
        var told = world.Pusher.Pushed.Single(push => push.UserId == ann.Id);
        Assert.Equal(phone.SessionId, told.ExceptSessionId);
        var whole = world.Text(phone, ben.Peer, "half a sentence");
        whole.ClearDraft = true;
        await phone.CallAsync(whole);

        Assert.Empty(((Tl.UpdatesConstructor)await desk.CallAsync(new Tl.Messages.GetAllDrafts())).Updates);
        Assert.True(world.Pusher.To(ann.Id).OfType<Tl.UpdateDraftMessage>().Last().Draft is Tl.DraftMessageEmpty);
    }
}
