namespace TelegramRest.Server.Http.Bodies;

/// <summary>Holds a request's spooled files until the request is over.</summary>
internal sealed class UploadOwner : IDisposable
{
    private readonly List<IDisposable> _files = [];

    public void Add(IDisposable file) => _files.Add(file);

    public void Dispose()
    {
        foreach (var file in _files)
            file.Dispose();
        _files.Clear();
    }
}
