namespace TelegramRest.Generator.Output;

/// <summary>
/// A folder of generated files. A file is rewritten only where its text changed, so that an unchanged input recompiles nothing;
/// files with this folder's suffix that no longer belong are deleted.
/// </summary>
/// <param name="path">Created when missing.</param>
/// <param name="suffix">What the names of all files of one verb end in, for instance <c>.g.cs</c>.</param>
internal sealed class OutputFolder(string path, string suffix)
{
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <summary>The files added so far: name without suffix → text.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    public void Add(string name, string text) => _files.Add(name, text);

    public void Save()
    {
        Directory.CreateDirectory(path);
        foreach (var (name, text) in _files)
        {
            var file = Path.Combine(path, name + suffix);
            if (!File.Exists(file) || File.ReadAllText(file) != text)
                File.WriteAllText(file, text);
        }

        foreach (var file in Directory.EnumerateFiles(path, "*" + suffix))
        {
            if (!_files.ContainsKey(Path.GetFileName(file)[..^suffix.Length]))
                File.Delete(file);
        }
    }
}
