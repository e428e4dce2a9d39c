using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>photos.*: profile photos.</summary>
internal sealed class PhotosService(SimulatorWorld world, PeerResolver peers) : IRpcService
{
    private const int PageLimit = 100;

    public void Register(RpcTable table)
    {
        table.On<Tl.Photos.GetUserPhotos, Tl.Photos.PhotosBase>(Access.Account, GetUserPhotos);
        table.OnAsync<Tl.Photos.UploadProfilePhoto, Tl.Photos.Photo>(Access.Account, UploadAsync);
        table.On<Tl.Photos.UpdateProfilePhoto, Tl.Photos.Photo>(Access.Account, Update);
        table.On<Tl.Photos.DeletePhotos, long[]>(Access.Account, Delete);
    }

    private Tl.Photos.PhotosBase GetUserPhotos(Caller caller, Tl.Photos.GetUserPhotos method)
    {
        var user = peers.User(caller.Me, method.UserId);
        var scene = world.Scene(caller.Me).See(user);
        var all = user.Photos.Select(world.Files.Find).OfType<StoredFile>().ToList();
        var page = all.Skip(Math.Max(0, method.Offset)).Take(method.Limit <= 0 ? PageLimit : Math.Min(method.Limit, PageLimit)).Select(world.Files.ToPhoto).ToArray();
        return page.Length == all.Count
            ? new Tl.Photos.Photos { PhotosValue = page, Users = scene.Users() }
            : new Tl.Photos.PhotosSlice { Count = all.Count, Photos = page, Users = scene.Users() };
    }

    private async Task<Tl.Photos.Photo> UploadAsync(Caller caller, Tl.Photos.UploadProfilePhoto method, CancellationToken cancellationToken)
    {
        Account owner;
        lock (world.Gate)
            owner = Owner(caller.Me, method.Bot);
        var photo = await world.Files.MakePhotoAsync(caller.Me, method.File ?? throw new RpcError(400, "PHOTO_FILE_MISSING"), cancellationToken);
        return await world.ChangeAsync(
            () =>
            {
                owner.Photos.Insert(0, photo.Id);
                return Answer(caller.Me, owner, photo);
            },
            cancellationToken);
    }

    private Tl.Photos.Photo Update(Caller caller, Tl.Photos.UpdateProfilePhoto method)
    {
        var owner = Owner(caller.Me, method.Bot);
        if (method.Id is Tl.InputPhotoEmpty)
        {
            owner.Photos.Clear();
            return Answer(caller.Me, owner, null);
        }

        var id = method.Id as Tl.InputPhoto ?? throw new RpcError(400, "PHOTO_ID_INVALID");
        var photo = world.Files.Require(id.Id, id.AccessHash, id.FileReference, FileKind.Photo, "PHOTO_ID_INVALID");
        owner.Photos.Remove(photo.Id);
        owner.Photos.Insert(0, photo.Id);
        return Answer(caller.Me, owner, photo);
    }

    private long[] Delete(Caller caller, Tl.Photos.DeletePhotos method)
    {
        var deleted = method.Id.OfType<Tl.InputPhoto>().Select(photo => photo.Id).Where(caller.Me.Photos.Remove).ToArray();
        world.Rows.Save(caller.Me);
        return deleted;
    }

    private Tl.Photos.Photo Answer(Account me, Account owner, StoredFile? photo)
    {
        world.Rows.Save(owner);
        return new Tl.Photos.Photo { PhotoValue = photo is null ? new Tl.PhotoEmpty() : world.Files.ToPhoto(photo), Users = world.Scene(me).See(owner).Users() };
    }

    private Account Owner(Account me, Tl.InputUserBase? bot)
    {
        if (bot is null)
            return me;
        var owner = peers.User(me, bot);
        return owner.Id == me.Id || owner.Bot?.OwnerId == me.Id ? owner : throw new RpcError(400, "BOT_INVALID");
    }
}
