namespace TelegramRest.Generator.OpenApi.Model;

internal sealed record ScalarShape(ScalarKind Kind) : Shape;
