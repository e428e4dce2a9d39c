using TelegramRest.Client;

namespace TelegramRest.Tests.Clients.Sdk;

/// <summary>The example of <c>sdk/csharp/README.md</c>, word for word.</summary>
internal static class EchoExample
{
    public static async Task RunAsync(string token, Uri server, CancellationToken cancellationToken)
    {
        var bot = new TelegramClient(token, new() { Server = server });

        await foreach (var update in bot.ReadUpdatesAsync(cancellationToken: cancellationToken))
        {
            switch (update)
            {
                case MessageUpdate { Message: { Text: { } text, Chat: var chat } }:
                    await bot.SendMessageAsync(new() { ChatId = chat.Id, Text = "You said: " + text }, cancellationToken: cancellationToken);
                    break;
                case CallbackQueryUpdate { CallbackQuery: var query }:
                    await bot.AnswerCallbackQueryAsync(new() { CallbackQueryId = query.Id }, cancellationToken);
                    break;
            }
        }
    }
}
