using TelegramRest.BotApi;

namespace TelegramRest.Accounts;

/// <summary>Who may call what where, and the texts that say no.</summary>
internal static class AccessRules
{
    /// <summary>Before a person's login is complete there are only its steps; afterwards there are none.</summary>
    /// <param name="method">Lower case.</param>
    public static Account RequireStep(Account account, string method)
    {
        var isStep = method is "authcode" or "authpassword" or "2fapassword" or "registeruser";
        return (account.Login.IsReady, isStep) switch
        {
            (true, true) => throw BotApiException.NotFound("method not found"),
            (false, false) => throw BotApiException.NotFound("method not found or login not yet completed"),
            _ => account,
        };
    }

    public static BotApiException WrongEndpoint() => new(400, "Bad Request: Please use the correct api endpoint for bots or users");

    public static BotApiException UsersOff() => new(405, "Method Not Allowed: Users are not allowed to use the api");

    public static BotApiException AlreadyClosed() => BotApiException.BadRequest("the bot has already been closed");
}
