namespace TelegramRest.Tests.Unit.Accounts;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("accounts-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
