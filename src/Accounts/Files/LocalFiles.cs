using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Files;

/// <summary>
/// Files of this machine that a request names in local mode. Without roots anything that this process can read may be sent; with roots only what really
/// lies in one of them, links followed.
/// </summary>
/// <param name="roots">Folders; empty for no confinement.</param>
/// <remarks>https://core.telegram.org/bots/api#using-a-local-bot-api-server</remarks>
internal sealed class LocalFiles(IReadOnlyList<string> roots)
{
    private const int MostLinks = 40;

    private readonly List<string> realRoots = [.. roots.Select(root => WithSeparator(RealPath(Path.GetFullPath(root)) ?? Path.GetFullPath(root)))];

    /// <returns>The file itself, no link. Pipes and devices have no length, so that nobody opens them.</returns>
    /// <exception cref="BotApiException">400: there is none, or it may not be sent. What lies outside of the roots does not exist.</exception>
    public FileInfo Find(string path)
    {
        if (path.Length == 0)
            throw BotApiException.BadRequest("file must have non-empty path");
        if (path.Contains('\0', StringComparison.Ordinal) || RealPath(Path.GetFullPath(path)) is not { } real || !IsAllowed(real))
            throw BotApiException.BadRequest("can't find real file path");
        var file = new FileInfo(real);
        return file.Exists ? file : throw BotApiException.BadRequest("file must be a regular file");
    }

    private static string WithSeparator(string folder) => Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;

    private bool IsAllowed(string real) => realRoots.Count == 0 || realRoots.Exists(root => real.StartsWith(root, StringComparison.Ordinal));

    /// <summary>The path with every link on the way followed; null when it leads nowhere.</summary>
    private static string? RealPath(string path)
    {
        var links = 0;
        var real = Path.GetPathRoot(path)!;
        var rest = new Stack<string>(Names(path[real.Length..]));
        while (rest.TryPop(out var name))
        {
            if (name == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
                continue;
            }

            var next = Path.Combine(real, name);
            FileSystemInfo here = Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next);
            if (here.LinkTarget is not { } target)
            {
                if (!here.Exists)
                    return null;
                real = next;
                continue;
            }

            if (++links > MostLinks)
                return null;
            if (Path.IsPathRooted(target))
                (real, target) = (Path.GetPathRoot(target)!, target[Path.GetPathRoot(target)!.Length..]);
            foreach (var part in Names(target))
                rest.Push(part);
        }

        return real;
    }

    /// <summary>Last name first, as a stack takes them.</summary>
    private static IEnumerable<string> Names(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Where(name => name != ".").Reverse();
}
