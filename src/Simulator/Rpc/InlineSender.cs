using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Inline;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc;

/// <summary>Makes a message of an inline result (https://core.telegram.org/api/bots/inline#sending-the-inline-query-result).</summary>
internal sealed class InlineSender(SimulatorWorld world, MediaMaker media)
{
    /// <summary>Makes or fetches the result's media; outside of the world's lock.</summary>
    /// <exception cref="RpcError">What the media is refused with.</exception>
    public async Task<Tl.MessageMediaBase?> MakeAsync(Account sender, InlineMessage message, CancellationToken cancellationToken)
    {
        if (message.FileId is { } id && world.Files.Find(id) is { } file)
            return await media.MakeAsync(sender, Known(file), cancellationToken);
        return message.Media is { } input ? await media.MakeAsync(sender, input, cancellationToken) : message.Made;
    }

    /// <summary>Which rights the message needs.</summary>
    public ContentKind Kind(InlineMessage message)
    {
        if (message.FileId is { } id && world.Files.Find(id) is { } file)
            return file.Kind == FileKind.Photo ? ContentKind.Photo : ContentKinds.Of(file.Attributes);
        return message.Media is { } input ? ContentKinds.Of(input) : ContentKinds.Of(message.Made);
    }

    /// <summary>Sends under the world's lock; everything has been checked.</summary>
    public Sent Send(Account sender, PeerKey chat, Account bot, InlineMessage message, Tl.MessageMediaBase? made, Draft draft) => world.Posts.Send(sender, chat, draft with
    {
        Text = message.Text,
        Entities = message.Entities,
        Markup = message.Markup,
        Media = made,
        Rich = message.Rich,
        InvertMedia = message.InvertMedia,
        ViaBotId = sender.Id == bot.Id ? null : bot.Id,
    });

    private Tl.InputMediaBase Known(StoredFile file)
    {
        if (file.Kind == FileKind.Photo)
            return new Tl.InputMediaPhoto { Id = new Tl.InputPhoto { Id = file.Id, AccessHash = file.AccessHash, FileReference = world.Files.ToPhoto(file).FileReference } };
        return new Tl.InputMediaDocument { Id = new Tl.InputDocument { Id = file.Id, AccessHash = file.AccessHash, FileReference = world.Files.ToDocument(file).FileReference } };
    }
}
