using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>Sticker sets and custom emoji (https://core.telegram.org/api/stickers), and the music on profiles.</summary>
internal sealed class StickersService(SimulatorWorld world, PeerResolver peers) : IRpcService
{
    private const int EmojiLimit = 200;
    private const int MusicPage = 100;

    public void Register(RpcTable table)
    {
        table.On<Tl.Messages.GetStickerSet, Tl.Messages.StickerSetBase>(Access.Account, GetSet);
        table.On<Tl.Messages.GetCustomEmojiDocuments, Tl.DocumentBase[]>(Access.Account, GetCustomEmoji);
        table.On<Tl.Users.GetSavedMusic, Tl.Users.SavedMusicBase>(Access.Account, GetMusic);
        table.On<Tl.Users.GetSavedMusicByID, Tl.Users.SavedMusicBase>(Access.Account, GetMusicById);
        table.On<Tl.Account.SaveMusic, bool>(Access.Person, SaveMusic);
    }

    private Tl.Messages.StickerSetBase GetSet(Caller caller, Tl.Messages.GetStickerSet method)
    {
        var set = world.Stickers.Find(method.Stickerset) ?? throw new RpcError(400, "STICKERSET_INVALID");
        var shown = world.Stickers.ToTl(set);
        return method.Hash != 0 && method.Hash == ((Tl.StickerSet)shown.Set).Hash ? new Tl.Messages.StickerSetNotModified() : shown;
    }

    private Tl.DocumentBase[] GetCustomEmoji(Caller caller, Tl.Messages.GetCustomEmojiDocuments method)
    {
        if (method.DocumentId.Length > EmojiLimit)
            throw new RpcError(400, "DOCUMENT_INVALID");
        return
        [
            .. method.DocumentId.Select(world.Files.Find).OfType<StoredFile>()
                .Where(file => file.Attributes.Any(attribute => attribute is Tl.DocumentAttributeCustomEmoji))
                .Select(world.Files.ToDocument),
        ];
    }

    private Tl.Users.SavedMusicBase GetMusic(Caller caller, Tl.Users.GetSavedMusic method)
    {
        var user = peers.User(caller.Me, method.Id);
        var page = user.Music.Skip(Math.Max(0, method.Offset)).Take(method.Limit <= 0 ? MusicPage : Math.Min(method.Limit, MusicPage));
        return new Tl.Users.SavedMusic { Count = user.Music.Count, Documents = [.. page.Select(world.Files.Find).OfType<StoredFile>().Select(world.Files.ToDocument)] };
    }

    private Tl.Users.SavedMusicBase GetMusicById(Caller caller, Tl.Users.GetSavedMusicByID method)
    {
        var user = peers.User(caller.Me, method.Id);
        var wanted = method.Documents.OfType<Tl.InputDocument>().Select(document => document.Id).Where(user.Music.Contains);
        return new Tl.Users.SavedMusic { Count = user.Music.Count, Documents = [.. wanted.Select(world.Files.Find).OfType<StoredFile>().Select(world.Files.ToDocument)] };
    }

    private bool SaveMusic(Caller caller, Tl.Account.SaveMusic method)
    {
        var me = caller.Me;
        var id = method.Id as Tl.InputDocument ?? throw new RpcError(400, "DOCUMENT_INVALID");
        var file = world.Files.Require(id.Id, id.AccessHash, id.FileReference, FileKind.Document, "DOCUMENT_INVALID");
        if (ContentKinds.Of(file.Attributes) != ContentKind.Audio)
            throw new RpcError(400, "DOCUMENT_INVALID");
        me.Music.Remove(file.Id);
        if (!method.Unsave)
            me.Music.Insert(method.AfterId is Tl.InputDocument after ? me.Music.IndexOf(after.Id) + 1 : 0, file.Id);
        world.Rows.Save(me);
        return true;
    }
}
