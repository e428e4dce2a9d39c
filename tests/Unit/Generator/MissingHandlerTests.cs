using System.Diagnostics;
using TelegramRest.Generator.OpenApi.Emit;
using TelegramRest.Generator.OpenApi.Read;
using Xunit;

namespace TelegramRest.Tests.Unit.Generator;

/// <summary>The generated registration, compiled with and without the handlers that it names.</summary>
public sealed class MissingHandlerTests : IDisposable
{
    private const string Handlers = """
        namespace TelegramRest.BotApi
        {
            public interface IHandler<TRequest, TResult>;
            public sealed record Described<T>;
            public sealed class Parcel;
            public sealed class SendParcelRequest;
            public sealed class TrackParcelsRequest;
            public sealed class EnterRequest;
        }
        namespace Microsoft.Extensions.DependencyInjection
        {
            public interface IServiceCollection
            {
                void AddTransient<TService, TImplementation>() where TImplementation : class, TService;
            }
        }
        namespace TelegramRest.Handlers.Parcels
        {
            using TelegramRest.BotApi;
            internal sealed class SendParcelHandler : IHandler<SendParcelRequest, Parcel>;
            internal sealed class TrackParcelsHandler : IHandler<TrackParcelsRequest, Described<bool>>;
        }
        """;

    private const string EnterHandler = "namespace TelegramRest.Handlers.Entry { internal sealed class EnterHandler : TelegramRest.BotApi.IHandler<TelegramRest.BotApi.EnterRequest, long[]>; }";

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void All_handlers_there_compiles() =>
        Assert.Empty(Compile(Registration(), Handlers, EnterHandler));

    [Fact]
    public void A_missing_handler_does_not_compile_and_is_named() =>
        Assert.Contains("'Entry' does not exist in the namespace 'TelegramRest.Handlers'", Compile(Registration(), Handlers), StringComparison.Ordinal);

    [Fact]
    public void A_missing_handler_that_is_pending_compiles() =>
        Assert.Empty(Compile(Registration("enter"), Handlers));

    [Fact]
    public void A_handler_with_another_result_does_not_compile() =>
        Assert.Contains(
            "error CS0311",
            Compile(Registration(), Handlers, EnterHandler.Replace("long[]", "string", StringComparison.Ordinal)),
            StringComparison.Ordinal);

    private static string Registration(params string[] pending) =>
        RegistrationEmitter.Emit(ModelReader.Read(SpecFile.Read(Path.Combine(Folders.Good, "spec.yaml")), "pending.txt", pending));

    /// <summary>Runs the SDK's compiler and returns its errors.</summary>
    private string Compile(params string[] sources)
    {
        var files = sources.Select((source, index) =>
        {
            var file = Path.Combine(folder, $"{index}.cs");
            File.WriteAllText(file, source);
            return file;
        });
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var references = Directory.EnumerateFiles(runtime, "System*.dll").Where(file => !file.Contains(".Native.", StringComparison.Ordinal));
        List<string> arguments =
        [
            Compiler(), "-nologo", "-nostdlib", "-target:library", "-nowarn:CS8632", $"-out:{Path.Combine(folder, "out.dll")}",
            .. references.Select(reference => "-reference:" + reference), .. files,
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var errors = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return errors.Trim();
    }

    private static string Compiler()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["--list-sdks"]) { RedirectStandardOutput = true })!;
        var newest = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
        process.WaitForExit();
        var version = newest[..newest.IndexOf(' ', StringComparison.Ordinal)];
        var root = newest[(newest.IndexOf('[', StringComparison.Ordinal) + 1)..newest.IndexOf(']', StringComparison.Ordinal)];
        return Path.Combine(root, version, "Roslyn", "bincore", "csc.dll");
    }
}
