using System.Globalization;
using System.Text;
using TelegramRest.Accounts;

namespace TelegramRest.Server.Operations;

/// <summary>What the statistics port answers: counters in Prometheus' text form, and a sign of life. No token, no name, no address.</summary>
/// <remarks>https://prometheus.io/docs/instrumenting/exposition_formats/</remarks>
internal sealed class StatisticsEndpoints(ServerMetrics metrics, AccountRegistry accounts, TimeProvider time, IHostApplicationLifetime lifetime)
{
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();

    public Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/healthz" => HealthAsync(context),
        "/metrics" => TextAsync(context, Metrics()),
        _ => NotFoundAsync(context),
    };

    private Task HealthAsync(HttpContext context)
    {
        if (!lifetime.ApplicationStopping.IsCancellationRequested)
            return TextAsync(context, "ok\n");
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return TextAsync(context, "closing\n");
    }

    private string Metrics()
    {
        var text = new StringBuilder();
        Write(text, "telegram_rest_uptime_seconds", "gauge", "Seconds since the start.", (long)(time.GetUtcNow() - _startedAt).TotalSeconds);
        Write(text, "telegram_rest_accounts", "gauge", "Accounts in memory.", accounts.Count);
        Write(text, "telegram_rest_active_requests", "gauge", "Requests being served.", metrics.Active);
        Header(text, "telegram_rest_answers_total", "counter", "Answers by class of status.");
        for (var hundreds = 1; hundreds <= 5; hundreds++)
            text.Append(CultureInfo.InvariantCulture, $"telegram_rest_answers_total{{class=\"{hundreds}xx\"}} {metrics.Answers(hundreds)}\n");
        Write(text, "telegram_rest_webhook_deliveries_total", "counter", "Updates that webhooks took.", metrics.WebhookDeliveries);
        Write(text, "telegram_rest_webhook_failures_total", "counter", "Attempts that failed.", metrics.WebhookFailures);
        Write(text, "process_resident_memory_bytes", "gauge", "Memory of the process.", Environment.WorkingSet);
        Write(text, "dotnet_gc_heap_bytes", "gauge", "Managed heap.", GC.GetTotalMemory(forceFullCollection: false));
        return text.ToString();
    }

    private static void Write(StringBuilder text, string name, string kind, string help, long value)
    {
        Header(text, name, kind, help);
        text.Append(CultureInfo.InvariantCulture, $"{name} {value}\n");
    }

    private static void Header(StringBuilder text, string name, string kind, string help) =>
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {kind}\n");

    private static Task TextAsync(HttpContext context, string text)
    {
        context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return TextAsync(context, "/metrics, /healthz\n");
    }
}
