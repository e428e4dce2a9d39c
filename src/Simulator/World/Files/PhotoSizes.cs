using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Files;

/// <summary>
/// The sizes that a photo is offered in (https://core.telegram.org/api/files#image-thumbnail-types). The simulator does not scale images:
/// every size has the proportions of its box and the bytes of the original.
/// </summary>
internal static class PhotoSizes
{
    private static readonly (string Type, int Side)[] Boxes = [("s", 90), ("m", 320), ("x", 800), ("y", 1280), ("w", 2560)];

    public static List<StoredSize> Of(ImageInfo image, long length, string blob)
    {
        var sizes = new List<StoredSize>();
        foreach (var (type, side) in Boxes)
        {
            sizes.Add(Fit(image, type, side, length, blob));
            if (side >= Math.Max(image.Width, image.Height))
                break;
        }

        return sizes;
    }

    /// <summary>The thumbnail that a document gets whose content is an image.</summary>
    public static StoredSize Thumbnail(ImageInfo image, long length, string blob) => Fit(image, "m", 320, length, blob);

    private static StoredSize Fit(ImageInfo image, string type, int side, long length, string blob)
    {
        var scale = Math.Min(1.0, (double)side / Math.Max(image.Width, image.Height));
        return new StoredSize(type, Math.Max(1, (int)Math.Round(image.Width * scale)), Math.Max(1, (int)Math.Round(image.Height * scale)), length, blob);
    }
}
