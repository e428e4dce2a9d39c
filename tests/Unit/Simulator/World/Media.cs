using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Tests.Unit.Simulator.World;

/// <summary>Media that has been uploaded, ready to be sent.</summary>
internal static class Media
{
    public static async Task<Tl.InputMediaPhoto> PhotoAsync(TestWorld world, TestClient client)
    {
        var id = world.NextRandom();
        await client.CallAsync(new Tl.Upload.SaveFilePart { FileId = id, FilePart = 0, Bytes = Images.Png(40, 30) });
        var made = (Tl.MessageMediaPhoto)await client.CallAsync(new Tl.Messages.UploadMedia
        {
            Peer = new Tl.InputPeerSelf(),
            Media = new Tl.InputMediaUploadedPhoto { File = new Tl.InputFile { Id = id, Parts = 1, Name = "a.png", Md5Checksum = "" } },
        });
        var photo = (Tl.Photo)made.Photo!;
        return new Tl.InputMediaPhoto { Id = new Tl.InputPhoto { Id = photo.Id, AccessHash = photo.AccessHash, FileReference = photo.FileReference } };
    }

    public static async Task<Tl.InputMediaDocument> DocumentAsync(TestWorld world, TestClient client, string mimeType, params Tl.DocumentAttributeBase[] attributes)
    {
        var id = world.NextRandom();
        await client.CallAsync(new Tl.Upload.SaveFilePart { FileId = id, FilePart = 0, Bytes = new byte[100] });
        var made = (Tl.MessageMediaDocument)await client.CallAsync(new Tl.Messages.UploadMedia
        {
            Peer = new Tl.InputPeerSelf(),
            Media = new Tl.InputMediaUploadedDocument { File = new Tl.InputFile { Id = id, Parts = 1, Name = "a", Md5Checksum = "" }, MimeType = mimeType, Attributes = attributes },
        });
        var document = (Tl.Document)made.Document!;
        return new Tl.InputMediaDocument { Id = new Tl.InputDocument { Id = document.Id, AccessHash = document.AccessHash, FileReference = document.FileReference } };
    }

    public static Tl.Messages.SendMedia To(TestWorld world, TestClient client, PeerKey peer, Tl.InputMediaBase media, string caption = "") =>
        new() { Peer = world.Peer(client, peer), Media = media, Message = caption, RandomId = world.NextRandom() };

    /// <summary>The new messages of an answer.</summary>
    public static Tl.Message[] Messages(Tl.UpdatesBase updates) =>
    [
        .. ((Tl.UpdatesConstructor)updates).Updates.Select(update => update switch
        {
            Tl.UpdateNewMessage it => it.Message,
            Tl.UpdateNewChannelMessage it => it.Message,
            _ => null,
        }).OfType<Tl.Message>(),
    ];
}
