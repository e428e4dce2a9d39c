namespace TelegramRest.Mapping.Text;

/// <summary>An opened tag.</summary>
/// <param name="Name">Lower case.</param>
/// <param name="Argument">The attribute that matters to the tag: a URL, a language, an emoji's id, a date's format; <c>1</c> for a quote that folds.</param>
/// <param name="Date">Unix time of <c>tg-time</c>.</param>
/// <param name="Offset">Where its text starts in the result.</param>
internal readonly record struct HtmlTag(string Name, string Argument, int Date, int Offset);
