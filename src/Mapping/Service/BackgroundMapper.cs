using TelegramRest.BotApi;
using TelegramRest.Mapping.Media;

namespace TelegramRest.Mapping.Service;

/// <summary>Chat backgrounds.</summary>
/// <remarks>https://core.telegram.org/api/wallpapers</remarks>
internal static class BackgroundMapper
{
    private const int MaxIntensity = 100;

    public static ChatBackground? ToBotApi(Tl.WallPaperBase wallPaper)
    {
        BackgroundType? type = wallPaper switch
        {
            Tl.WallPaperNoFile { Settings.Emoticon: { Length: > 0 } theme } => new BackgroundTypeChatTheme { ThemeName = theme },
            Tl.WallPaperNoFile { Settings: { BackgroundColor: not null } settings } => new BackgroundTypeFill { Fill = Fill(settings), DarkThemeDimming = Intensity(settings) },
            Tl.WallPaper { Pattern: true, Document: Tl.Document pattern } filled => new BackgroundTypePattern
            {
                Document = DocumentMapper.ToDocument(new DocumentFacts(pattern)),
                Fill = Fill(filled.Settings),
                Intensity = Math.Abs(Intensity(filled.Settings)),
                IsInverted = (Intensity(filled.Settings) < 0).OrNull(),
                IsMoving = filled.Settings?.Motion.OrNull(),
            },
            Tl.WallPaper { Document: Tl.Document image } picture => new BackgroundTypeWallpaper
            {
                Document = DocumentMapper.ToDocument(new DocumentFacts(image)),
                DarkThemeDimming = Intensity(picture.Settings),
                IsBlurred = picture.Settings?.Blur.OrNull(),
                IsMoving = picture.Settings?.Motion.OrNull(),
            },
            _ => null,
        };
        return type == null ? null : new ChatBackground { Type = type };
    }

    private static BackgroundFill Fill(Tl.WallPaperSettings? settings)
    {
        var first = settings?.BackgroundColor ?? 0;
        return settings switch
        {
            { ThirdBackgroundColor: { } third } => new BackgroundFillFreeformGradient
            {
                Colors = settings.FourthBackgroundColor is { } fourth
                    ? [first, settings.SecondBackgroundColor ?? 0, third, fourth]
                    : [first, settings.SecondBackgroundColor ?? 0, third],
            },
            { SecondBackgroundColor: { } second } when second != first => new BackgroundFillGradient
            {
                TopColor = first,
                BottomColor = second,
                RotationAngle = settings.Rotation ?? 0,
            },
            _ => new BackgroundFillSolid { Color = first },
        };
    }

    private static int Intensity(Tl.WallPaperSettings? settings) => Math.Clamp(settings?.Intensity ?? 0, -MaxIntensity, MaxIntensity);
}
