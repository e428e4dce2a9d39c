using TelegramRest.Simulator.World.Files;
using TelegramRest.Simulator.World.Stickers;

namespace TelegramRest.Tests.Unit.Simulator.World;

public sealed class StickerTests
{
    [Fact]
    public async Task Sets_are_there_when_they_are_asked_for()
    {
        await using var world = TestWorld.Open();
        var client = world.LogIn(await world.BotAsync("sticker_bot"));

        var animals = Assert.IsType<Tl.Messages.StickerSet>(await client.CallAsync(Set(StickerShelf.Animals)));
        var again = Assert.IsType<Tl.Messages.StickerSet>(await client.CallAsync(Set(StickerShelf.Animals)));
        var fox = Assert.IsType<Tl.Document>(animals.Documents[2]);

        Assert.Equal(("image/webp", 4), (fox.MimeType, animals.Documents.Length));
        Assert.Equal("🦊", Assert.Single(fox.Attributes.OfType<Tl.DocumentAttributeSticker>()).Alt);
        Assert.Equal(fox.Id, Assert.IsType<Tl.Document>(again.Documents[2]).Id);
        Assert.Equal("STICKERSET_INVALID", (await client.FailAsync(Set("nothing"))).Message);
        Assert.Equal(new ImageInfo("image/webp", 512, 512), ImageInfo.Read(StickerPicture.Of(512, 512)));
    }

    [Fact]
    public async Task Custom_emoji_are_found_by_id()
    {
        await using var world = TestWorld.Open();
        var client = world.LogIn(await world.BotAsync("sticker_bot"));
        var set = Assert.IsType<Tl.Messages.StickerSet>(await client.CallAsync(new Tl.Messages.GetStickerSet { Stickerset = new Tl.InputStickerSetEmojiDefaultTopicIcons(), Hash = 0 }));
        var id = Assert.IsType<Tl.Document>(set.Documents[0]).Id;

        var found = await client.CallAsync(new Tl.Messages.GetCustomEmojiDocuments { DocumentId = [id, 5] });

        Assert.Equal(id, Assert.IsType<Tl.Document>(Assert.Single(found)).Id);
        Assert.True(((Tl.StickerSet)set.Set).Emojis);
    }

    [Fact]
    public async Task Sets_survive_a_restart()
    {
        var directory = Directory.CreateTempSubdirectory("stickers-");
        long id;
        await using (var world = TestWorld.Open(directory.FullName))
        {
            var client = world.LogIn(await world.BotAsync("sticker_bot"));
            id = ((Tl.Messages.StickerSet)await client.CallAsync(Set(StickerShelf.Animals))).Documents.OfType<Tl.Document>().First().Id;
        }

        await using (var world = TestWorld.Open(directory.FullName))
        {
            var client = world.LogIn(await world.BotAsync("other_bot"));
            Assert.Equal(id, ((Tl.Messages.StickerSet)await client.CallAsync(Set(StickerShelf.Animals))).Documents.OfType<Tl.Document>().First().Id);
        }

        directory.Delete(recursive: true);
    }

    private static Tl.Messages.GetStickerSet Set(string name) => new() { Stickerset = new Tl.InputStickerSetShortName { ShortName = name }, Hash = 0 };
}
