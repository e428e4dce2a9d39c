namespace TelegramRest.Generator.OpenApi.Model;

/// <summary>What a value looks like: <see cref="ScalarShape"/>, <see cref="ArrayShape"/> or <see cref="NamedShape"/>.</summary>
internal abstract record Shape;
