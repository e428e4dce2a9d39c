using Xunit;

namespace TelegramRest.Tests.Contract.Surface;

/// <summary>All of the public Bot API 10.2 is described: methods, parameters, types, fields, required flags, closed sets, and nothing is narrower.</summary>
public sealed class SurfaceTests
{
    /// <summary>Where the document knowingly says something else, and why. An entry that no longer differs fails the test.</summary>
    private static readonly Dictionary<string, (string What, string Reason)> Reasoned = new()
    {
        ["deleteMessages.message_ids"] = ("is optional", "a person's account may name a range by start and end instead; the handler refuses a call with neither, in the same words"),
        ["setStickerSetThumbnail.format"] = ("takes any, not animated|static|video", "the official server takes an unknown format as automatic"),
        ["MessageEntity.type"] = (
            "takes bank_card_number|blockquote|bold|bot_command|cashtag|code|custom_emoji|date_time|email|expandable_blockquote|hashtag|italic|mention|phone_number|pre|spoiler|strikethrough|text_link|text_mention|underline|url, not blockquote|bold|bot_command|cashtag|code|custom_emoji|date_time|email|expandable_blockquote|hashtag|italic|mention|phone_number|pre|spoiler|strikethrough|text_link|text_mention|underline|url",
            "the official server sends bank_card_number and takes it, though its pages do not name it"),
    };

    [Fact]
    public void Everything_public_is_described_and_every_difference_has_its_reason()
    {
        var expected = Reasoned.Select(difference => $"{difference.Key} {difference.Value.What}");

        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            Comparison.Run().Select(difference => $"{difference.Place} {difference.What}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_surface_is_all_of_10_2()
    {
        Assert.Equal(185, PublicSurface.Methods.Count);
        Assert.Equal(388, PublicSurface.Types.Count);
        Assert.Equal(
            2775,
            PublicSurface.Methods.Sum(method => method.Value!["parameters"]!.AsObject().Count) + PublicSurface.Types.Sum(type => type.Value!["fields"]?.AsObject().Count ?? 0));
    }
}
