using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Polls;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>messages.sendMultiMedia: several media as one (https://core.telegram.org/api/files#albums-grouped-media).</summary>
internal sealed class AlbumService(SimulatorWorld world, SendDesk desk, ContentRules content, MediaMaker media) : IRpcService
{
    private const int Limit = 10;

    public void Register(RpcTable table) => table.OnAsync<Tl.Messages.SendMultiMedia, Tl.UpdatesBase>(Access.Account, SendAsync);

    private async Task<Tl.UpdatesBase> SendAsync(Caller caller, Tl.Messages.SendMultiMedia method, CancellationToken cancellationToken)
    {
        var items = method.MultiMedia;
        if (items.Length is 0 or > Limit)
            throw new RpcError(400, items.Length == 0 ? "MEDIA_EMPTY" : "MULTI_MEDIA_TOO_LONG");

        // The media must have been uploaded before, with messages.uploadMedia.
        if (items.Any(item => item.Media is not (Tl.InputMediaPhoto or Tl.InputMediaDocument)))
            throw new RpcError(400, "MEDIA_INVALID");
        var kinds = items.Select(item => media.KindOf(item.Media)).ToList();
        if (kinds.Select(Family).Distinct().Count() > 1 || kinds.Select(Family).Contains(null))
            throw new RpcError(400, "MEDIA_GROUPED_INVALID");
        var terms = SendTerms.Of(method);
        (PeerKey Chat, List<Draft> Drafts) Prepare()
        {
            var (chat, draft) = desk.Open(caller, terms, kinds);
            var drafts = new List<Draft>();
            foreach (var item in items)
            {
                desk.RequireNew(caller.Me, item.RandomId);
                var caption = content.Caption(caller.Me, item.Message, item.Entities);
                drafts.Add(draft with { Text = caption.Text, Entities = caption.Entities, RandomId = item.RandomId });
            }

            if (items.Select(item => item.RandomId).Distinct().Count() < items.Length)
                throw new RpcError(500, "RANDOM_ID_DUPLICATE");
            return (chat, drafts);
        }

        lock (world.Gate)
            Prepare();
        var made = new List<Tl.MessageMediaBase?>();
        foreach (var item in items)
            made.Add(await media.MakeAsync(caller.Me, item.Media, cancellationToken));
        long? groupedId = items.Length > 1 ? PollDesk.NewId() : null;
        return await world.ChangeAsync(
            () =>
            {
                var (chat, drafts) = Prepare();
                return desk.Close(caller, chat, terms, [.. drafts.Select((draft, index) => draft with { Media = made[index], GroupedId = groupedId })]);
            },
            cancellationToken);
    }

    /// <summary>Photos and videos go together; music and files only with their like; nothing else goes into an album.</summary>
    private static ContentKind? Family(ContentKind kind) => kind switch
    {
        ContentKind.Photo or ContentKind.Video => ContentKind.Photo,
        ContentKind.Audio => ContentKind.Audio,
        ContentKind.Document => ContentKind.Document,
        _ => null,
    };
}
