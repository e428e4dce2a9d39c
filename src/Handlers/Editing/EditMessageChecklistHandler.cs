using TelegramRest.BotApi;
using TelegramRest.Handlers.Shared;

namespace TelegramRest.Handlers.Editing;

/// <summary>Checklists are written by bots only on behalf of a business account.</summary>
internal sealed class EditMessageChecklistHandler(BusinessConnections businesses, Keyboards keyboards, Checklists checklists) : IHandler<EditMessageChecklistRequest, Message>
{
    public async Task<Message> HandleAsync(EditMessageChecklistRequest request, CancellationToken cancellationToken)
    {
        var bots = await keyboards.FindBotsAsync(request.ReplyMarkup, cancellationToken);
        var connection = await businesses.FindAsync(request.BusinessConnectionId, cancellationToken);
        var chat = businesses.Chat(request.ChatId);
        var edit = new Tl.Messages.EditMessage
        {
            Peer = chat.InputPeer,
            Id = request.MessageId,
            Media = await checklists.ToTlAsync(request.Checklist, cancellationToken),
            ReplyMarkup = await keyboards.ToTlAsync(request.ReplyMarkup, chat, bots, cancellationToken),
        };
        return await businesses.ChangeAsync(connection, edit, cancellationToken);
    }
}
