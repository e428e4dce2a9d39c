using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Mapping.Media;

namespace TelegramRest.Handlers.Users;

internal sealed class GetUserProfilePhotosHandler(IAccount account) : IHandler<GetUserProfilePhotosRequest, UserProfilePhotos>
{
    public async Task<UserProfilePhotos> HandleAsync(GetUserProfilePhotosRequest request, CancellationToken cancellationToken)
    {
        var user = await account.Peers.ResolveUserAsync(request.UserId, cancellationToken);
        var answer = await account.InvokeAsync(
            new Tl.Photos.GetUserPhotos { UserId = user.Input, Offset = request.Offset, MaxId = 0, Limit = request.Limit }, cancellationToken);
        var (photos, total) = answer switch
        {
            Tl.Photos.Photos all => (all.PhotosValue, request.Offset + all.PhotosValue.Length),
            Tl.Photos.PhotosSlice slice => (slice.Photos, slice.Count),
            _ => throw new InvalidOperationException($"{answer.GetType().Name} is no list of photos."),
        };
        return new UserProfilePhotos { TotalCount = total, Photos = [.. photos.Select(PhotoMapper.ToBotApi).Where(sizes => sizes.Length > 0)] };
    }
}
