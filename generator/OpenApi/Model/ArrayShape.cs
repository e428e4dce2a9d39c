namespace TelegramRest.Generator.OpenApi.Model;

/// <param name="Item">Shape of one item.</param>
/// <param name="ItemsIgnore">A broken item makes the reader forget the whole array instead of answering an error.</param>
internal sealed record ArrayShape(Shape Item, bool ItemsIgnore = false) : Shape;
