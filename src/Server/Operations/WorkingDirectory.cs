namespace TelegramRest.Server.Operations;

/// <summary>The directory that holds everything worth keeping; only its owner may look inside.</summary>
internal static class WorkingDirectory
{
    /// <exception cref="UsageException">It cannot be written.</exception>
    public static void Prepare(ServerOptions options)
    {
        var directory = options.AbsoluteDirectory;
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(directory);
            else
                Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            var probe = Path.Combine(directory, $".probe-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Can't create files in the directory \"{directory}\". Use --dir option to specify a writable working directory");
        }
    }
}
