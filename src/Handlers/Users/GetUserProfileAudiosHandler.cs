using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Mapping.Media;

namespace TelegramRest.Handlers.Users;

internal sealed class GetUserProfileAudiosHandler(IAccount account) : IHandler<GetUserProfileAudiosRequest, UserProfileAudios>
{
    public async Task<UserProfileAudios> HandleAsync(GetUserProfileAudiosRequest request, CancellationToken cancellationToken)
    {
        var user = await account.Peers.ResolveUserAsync(request.UserId, cancellationToken);
        var answer = await account.InvokeAsync(
            new Tl.Users.GetSavedMusic { Id = user.Input, Offset = request.Offset, Limit = request.Limit, Hash = 0 }, cancellationToken);
        return answer is Tl.Users.SavedMusic music
            ? new UserProfileAudios { TotalCount = music.Count, Audios = [.. music.Documents.OfType<Tl.Document>().Select(DocumentMapper.ToAudio)] }
            : throw new InvalidOperationException($"{answer.GetType().Name} is no list of music.");
    }
}
