using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Shared;

namespace TelegramRest.Handlers.Messages;

internal sealed class SendChatActionHandler(IAccount account, BusinessConnections businesses) : IHandler<SendChatActionRequest, bool>
{
    public async Task<bool> HandleAsync(SendChatActionRequest request, CancellationToken cancellationToken)
    {
        var action = Action(request.Action);
        if (request.BusinessConnectionId is { } connectionId)
        {
            var connection = await businesses.FindAsync(connectionId, cancellationToken);
            var customer = businesses.Chat(request.ChatId);
            return await businesses.InvokeAsync(connection, new Tl.Messages.SetTyping { Peer = customer.InputPeer, Action = action }, cancellationToken);
        }

        var chat = await account.Peers.ResolveChatAsync(request.ChatId, cancellationToken);
        var typing = new Tl.Messages.SetTyping
        {
            Peer = chat.InputPeer,
            TopMsgId = request.MessageThreadId is > 0 ? request.MessageThreadId : null,
            Action = action,
        };
        await account.InvokeAsync(typing, cancellationToken);
        return true;
    }

    private static Tl.SendMessageActionBase Action(string name) => name.ToLowerInvariant() switch
    {
        "cancel" => new Tl.SendMessageCancelAction(),
        "typing" => new Tl.SendMessageTypingAction(),
        "record_video" => new Tl.SendMessageRecordVideoAction(),
        "upload_video" => new Tl.SendMessageUploadVideoAction(),
        "record_voice" or "record_audio" => new Tl.SendMessageRecordAudioAction(),
        "upload_voice" or "upload_audio" => new Tl.SendMessageUploadAudioAction(),
        "upload_photo" => new Tl.SendMessageUploadPhotoAction(),
        "upload_document" => new Tl.SendMessageUploadDocumentAction(),
        "choose_sticker" => new Tl.SendMessageChooseStickerAction(),
        "find_location" or "pick_up_location" => new Tl.SendMessageGeoLocationAction(),
        "record_video_note" => new Tl.SendMessageRecordRoundAction(),
        "upload_video_note" => new Tl.SendMessageUploadRoundAction(),
        _ => throw BotApiException.BadRequest("wrong parameter action in request"),
    };
}
