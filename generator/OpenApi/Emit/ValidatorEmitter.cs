using TelegramRest.Generator.OpenApi.Model;

namespace TelegramRest.Generator.OpenApi.Emit;

/// <summary>Emits the rules of a request whose breach is an error, in the order of the parameters; the first breach answers.</summary>
internal static class ValidatorEmitter
{
    public static string Emit(ApiOperation operation)
    {
        var code = new CodeWriter();
        code.Line("using FluentValidation;");
        code.Line("using TelegramRest.BotApi;");
        code.Line("namespace TelegramRest.Server.Controllers;");
        code.Line();
        code.Line($"/// <summary>What {operation.Id} refuses before anything is sent.</summary>");
        using (code.Open($"internal sealed class {operation.CsName}Validator : AbstractValidator<{operation.Request.Name}>"))
        {
            code.Line($"public static readonly {operation.CsName}Validator Instance = new();");
            code.Line();
            using (code.Open($"private {operation.CsName}Validator()"))
            {
                code.Line("ClassLevelCascadeMode = CascadeMode.Stop;");
                code.Line("RuleLevelCascadeMode = CascadeMode.Stop;");
                foreach (var (property, condition, text) in Rules(operation.Request))
                {
                    // Braces are placeholders to the validator.
                    var message = text.Replace("{0}", property.Name, StringComparison.Ordinal).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
                    code.Line($"RuleFor(request => request.{property.CsName}).Must(value => {condition}).WithMessage({Naming.Literal(message)});");
                }
            }
        }

        return code.ToString();
    }

    public static IEnumerable<(ApiProperty Property, string Condition, string Text)> Rules(ApiClass request)
    {
        foreach (var property in request.Properties.Where(property => property.OnViolation == OnViolation.Error && property.Shape is ScalarShape))
        {
            var none = property.Required ? "" : "value is null || ";
            if (property.MinLength is { } shortest && (property.Errors.Exact("minLength") ?? Text(property, "length")) is { } tooShort)
            {
                yield return (property, $"{none}value.Length >= {shortest}", tooShort);
            }

            if (property.MaxLength is { } longest && Text(property, "length") is { } tooLong)
            {
                yield return (property, $"{none}global::System.Text.Encoding.UTF8.GetByteCount(value) <= {longest}", tooLong);
            }

            if (property.Pattern is { } pattern && Text(property, "pattern") is { } unlike)
            {
                yield return (property, $"{none}global::System.Text.RegularExpressions.Regex.IsMatch(value, {Naming.Literal(ToTheEnd(pattern))})", unlike);
            }

            if (property.Minimum is { } lowest && Text(property, "range") is { } tooSmall)
            {
                yield return (property, $"{none}value >= {lowest}", tooSmall);
            }

            if (property.Maximum is { } highest && Text(property, "range") is { } tooLarge)
            {
                yield return (property, $"{none}value <= {highest}", tooLarge);
            }
        }
    }

    /// <summary>A dollar ends the text in the spec, but lets a line feed through in .NET.</summary>
    private static string ToTheEnd(string pattern) => pattern is [.., '$'] ? pattern[..^1] + "\\z" : pattern;

    /// <summary>Beside texts for other constraints, one without a text only informs; without any text nobody could know what to answer.</summary>
    private static string? Text(ApiProperty property, string constraint) =>
        property.Errors == Errors.None ? throw property.Node.Problem($"x-error has no text for {constraint}") : property.Errors[constraint];
}
