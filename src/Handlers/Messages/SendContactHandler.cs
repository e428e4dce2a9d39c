using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;

namespace TelegramRest.Handlers.Messages;

internal sealed class SendContactHandler(SendPipeline pipeline) : IHandler<SendContactRequest, Message>
{
    public async Task<Message> HandleAsync(SendContactRequest request, CancellationToken cancellationToken)
    {
        var target = await pipeline.PrepareAsync(request, SendContent.Contact, cancellationToken);
        var contact = new Tl.InputMediaContact
        {
            PhoneNumber = request.PhoneNumber,
            FirstName = request.FirstName,
            LastName = request.LastName ?? "",
            Vcard = request.Vcard ?? "",
        };
        return await pipeline.SendMediaAsync(target, contact, cancellationToken);
    }
}
