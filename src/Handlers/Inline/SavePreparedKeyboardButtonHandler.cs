using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Mapping.Keyboards;

namespace TelegramRest.Handlers.Inline;

/// <summary>A button that asks for users, a chat or a bot, for a web app to show.</summary>
internal sealed class SavePreparedKeyboardButtonHandler(IAccount account) : IHandler<SavePreparedKeyboardButtonRequest, PreparedKeyboardButton>
{
    public async Task<PreparedKeyboardButton> HandleAsync(SavePreparedKeyboardButtonRequest request, CancellationToken cancellationToken)
    {
        var user = await account.Peers.ResolveUserAsync(request.UserId, cancellationToken);
        var button = ReplyMarkupMapper.ToTl(request.Button, new KeyboardContext { IsTest = account.IsTest });
        var saved = await account.InvokeAsync(new Tl.Bots.RequestWebViewButton { UserId = user.Input, Button = button }, cancellationToken);
        return new PreparedKeyboardButton { Id = saved.WebappReqId };
    }
}
