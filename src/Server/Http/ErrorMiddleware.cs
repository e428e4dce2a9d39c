using TelegramRest.BotApi;
using TelegramRest.Server.Operations;

namespace TelegramRest.Server.Http;

/// <summary>The one place where a failure becomes an answer.</summary>
internal sealed class ErrorMiddleware(RequestDelegate next, ServerMetrics metrics, ILogger<ErrorMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        metrics.RequestStarted();
        try
        {
            await next(context);
        }
        catch (BotApiException error)
        {
            await AnswerAsync(context, error);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone; nobody is left to answer.
        }
        catch (Exception error)
        {
            Log.RequestFailed(logger, Operation(context), error);
            await AnswerAsync(context, new BotApiException(500, "Internal Server Error"));
        }
        finally
        {
            metrics.RequestEnded(context.Response.StatusCode);
        }
    }

    private static Task AnswerAsync(HttpContext context, BotApiException error)
    {
        if (!context.Response.HasStarted)
            return EnvelopeWriter.WriteErrorAsync(context, error);
        context.Abort();
        return Task.CompletedTask;
    }

    // The rewritten path is the operation alone; before that nothing may be logged, since the path holds the token.
    private static string Operation(HttpContext context) => context.GetEndpoint() is null ? "(before routing)" : context.Request.Path.Value ?? "";
}
