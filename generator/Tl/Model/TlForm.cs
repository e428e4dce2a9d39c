namespace TelegramRest.Generator.Tl.Model;

/// <summary>A definition and the layers that have it.</summary>
/// <param name="LastLayer"><see cref="int.MaxValue"/> for the newest form.</param>
internal sealed record TlForm(TlDefinition Definition, int FirstLayer, int LastLayer);
