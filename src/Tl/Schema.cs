namespace TelegramRest.Tl;

/// <summary>What is known of the schema as a whole; the numbers come from the schema files.</summary>
public static class Schema
{
    /// <summary>The newest layer: what a client declares and what is written unless told otherwise.</summary>
    public const int Layer = Generated.GeneratedSchema.Layer;

    /// <summary>The oldest layer that can be written.</summary>
    public const int OldestLayer = Generated.GeneratedSchema.OldestLayer;

    internal const uint VectorId = 0x1cb5c415;
    internal const uint BoolTrueId = 0x997275b5;
    internal const uint BoolFalseId = 0xbc799737;

    /// <summary>
    /// How deep values may stand inside each other. Instant-view articles and rich messages nest deepest, some dozens; the limit
    /// keeps a hostile peer from overflowing the stack.
    /// </summary>
    internal const int MaxDepth = 128;
}
