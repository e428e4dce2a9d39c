using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace TelegramRest.Tests.Clients.Drivers;

/// <summary>One Node process that runs a script of <c>scripts/</c>: commands and answers are JSON lines, and events come in between.</summary>
internal sealed class NodeClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode?>> _calls = new();
    private readonly Channel<JsonObject> _events = Channel.CreateUnbounded<JsonObject>();
    private readonly List<JsonObject> _unclaimed = [];
    private readonly Task _reading;
    private int _lastId;

    private NodeClient(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors)
                _errors.AppendLine(line.Data);
        };
        process.BeginErrorReadLine();
        _reading = ReadAsync();
    }

    public static bool IsInstalled { get; } = FindNode();

    public static string Folder { get; } = typeof(NodeClient).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(each => each.Key == "ClientsFolder").Value!;

    /// <summary>The events that came and that nobody asked for.</summary>
    public IReadOnlyList<JsonObject> Unclaimed => _unclaimed;

    public static NodeClient Start(string script)
    {
        var start = new ProcessStartInfo("node", [Path.Combine("scripts", script)])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new NodeClient(Process.Start(start)!);
    }

    /// <summary>Runs one operation of the script.</summary>
    /// <exception cref="NodeClientException">The client answered with an error, or ended.</exception>
    public async Task<JsonNode?> CallAsync(string operation, object? arguments = null, TimeSpan? patience = null)
    {
        var command = JsonSerializer.SerializeToNode(arguments ?? new { })!.AsObject();
        var id = Interlocked.Increment(ref _lastId);
        command["id"] = id;
        command["op"] = operation;
        var answer = _calls[id] = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_reading.IsCompleted)
            throw new NodeClientException($"The client has ended. {Errors}");
        await _process.StandardInput.WriteLineAsync(command.ToJsonString());
        await _process.StandardInput.FlushAsync();
        try
        {
            return await answer.Task.WaitAsync(patience ?? Patience);
        }
        catch (TimeoutException)
        {
            throw new NodeClientException($"{operation} has not been answered. {Errors}");
        }
    }

    /// <summary>The next event of that name that fits, seen already or yet to come.</summary>
    /// <exception cref="NodeClientException">None has come in time.</exception>
    public async Task<JsonObject> EventAsync(string name, Func<JsonObject, bool> fits)
    {
        bool Fits(JsonObject candidate) => (string?)candidate["event"] == name && fits(candidate);

        if (_unclaimed.FirstOrDefault(Fits) is { } known)
        {
            _unclaimed.Remove(known);
            return known;
        }

        using var patience = new CancellationTokenSource(Patience);
        try
        {
            while (true)
            {
                var next = await _events.Reader.ReadAsync(patience.Token);
                if (Fits(next))
                    return next;
                _unclaimed.Add(next);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ChannelClosedException)
        {
            throw new NodeClientException($"No fitting {name} came; there were {new JsonArray([.. _unclaimed.Select(each => each.DeepClone())]).ToJsonString()}. {Errors}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _reading;
        _process.Dispose();
    }

    private string Errors
    {
        get
        {
            lock (_errors)
                return _errors.ToString();
        }
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            var message = JsonNode.Parse(line)!.AsObject();
            if (message.ContainsKey("event"))
                await _events.Writer.WriteAsync(message);
            else if (_calls.TryRemove((int)message["id"]!, out var call))
                Complete(call, message);
        }

        _events.Writer.TryComplete();
        foreach (var call in _calls.Values)
            call.TrySetException(new NodeClientException($"The client has ended. {Errors}"));
    }

    private static void Complete(TaskCompletionSource<JsonNode?> call, JsonObject message)
    {
        if ((string?)message["error"] is { } error)
            call.TrySetException(new NodeClientException(error));
        else
            call.TrySetResult(message["result"]);
    }

    private static bool FindNode() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "node")) || File.Exists(Path.Combine(folder, "node.exe")));
}
