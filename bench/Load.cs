using System.Diagnostics;

namespace TelegramRest.Bench;

/// <summary>Requests in a bounded number, from a bounded number of connections; what they cost the process that answers.</summary>
internal static class Load
{
    private const int Connections = 16;

    /// <summary>Processor time per request of <paramref name="target"/>, in microseconds, after a warm-up of a quarter of the requests.</summary>
    public static async Task<double> ProcessorMicrosecondsAsync(Child target, int requests, Func<HttpClient, int, Task> request)
    {
        using var client = NewClient();
        await RunAsync(client, requests / 4, request);
        var before = target.ProcessorTime;
        await RunAsync(client, requests, request);
        return (target.ProcessorTime - before).TotalMicroseconds / requests;
    }

    public static HttpClient NewClient() => new(new SocketsHttpHandler { MaxConnectionsPerServer = Connections });

    /// <summary>Runs the requests and returns how long they took together.</summary>
    public static async Task<TimeSpan> RunAsync(HttpClient client, int requests, Func<HttpClient, int, Task> request)
    {
        var started = Stopwatch.StartNew();
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            for (int number; (number = Interlocked.Increment(ref next)) <= requests;)
            {
                await request(client, number);
            }
        }));
        return started.Elapsed;
    }
}
