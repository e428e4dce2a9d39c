namespace TelegramRest.Simulator.Rpc;

/// <summary>What a message is, as far as rights tell kinds apart.</summary>
internal enum ContentKind
{
    Plain,
    Photo,
    Video,
    RoundVideo,
    Audio,
    Voice,
    Document,
    Gif,
    Sticker,
    Poll,
    Game,
    Other,
}
