namespace TelegramRest.Accounts.Files;

/// <summary>What a message told about a document that its file_id does not say.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Extension">With its dot; null when there is none that a file name here may carry.</param>
internal sealed record KnownFile(long Size, string? Extension)
{
    private const int MaxExtension = 10;

    public static KnownFile From(Tl.Document document)
    {
        var name = document.Attributes.OfType<Tl.DocumentAttributeFilename>().FirstOrDefault()?.FileName;
        var extension = Path.GetExtension(name) ?? "";
        var isUsable = extension.Length is > 1 and <= MaxExtension && extension.Skip(1).All(char.IsAsciiLetterOrDigit);
        return new KnownFile(document.Size, isUsable ? extension : null);
    }
}
