using TelegramRest.Simulator.Rpc.Rich;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.Rpc;

/// <summary>What clients of older layers get in place of what their layer does not know: less, but never an error and never silence (https://core.telegram.org/api/layers).</summary>
internal sealed class LayerForms : Tl.ITlSubstitutes
{
    private const int RichLayer = 227;
    private const int EphemeralLayer = 228;

    public static LayerForms Instance { get; } = new();

    /// <summary>An article becomes its words; an answer to a message that the client never got answers nothing.</summary>
    public Tl.TlObject Adapt(Tl.TlObject value, int layer)
    {
        switch (value)
        {
            case Tl.Message { RichMessage: { } article } message when layer < RichLayer:
                var plain = TlJson<Tl.Message>.Copy(message);
                (plain.MessageValue, plain.RichMessage) = (RichTexts.Words(article), null);
                return plain;
            case Tl.DraftMessage { RichMessage: { } article } draft when layer < RichLayer:
                var unfinished = TlJson<Tl.DraftMessage>.Copy(draft);
                (unfinished.Message, unfinished.RichMessage) = (RichTexts.Words(article), null);
                return unfinished;
            case Tl.Message { ReplyTo: Tl.MessageReplyHeader { ReplyToEphemeral: true } } message when layer < EphemeralLayer:
                var alone = TlJson<Tl.Message>.Copy(message);
                alone.ReplyTo = null;
                return alone;
            default:
                return value;
        }
    }

    public Tl.TlObject? Replace(Tl.TlObject value, int layer) => value switch
    {
        Tl.MessageMediaBase => new Tl.MessageMediaUnsupported(),
        Tl.MessageActionBase => new Tl.MessageActionEmpty(),
        Tl.BotInlineMessageRichMessage rich => new Tl.BotInlineMessageText { Message = RichTexts.Words(rich.RichMessage), ReplyMarkup = rich.ReplyMarkup },
        Tl.KeyboardButtonRequestPeer request => new Tl.KeyboardButton { Text = request.Text, Style = request.Style },
        Tl.PageBlockBase => new Tl.PageBlockUnsupported(),
        Tl.RichTextBase text => RichTexts.Plain(RichTexts.Words(text)),
        _ => null,
    };

    public bool CanOmit(Tl.TlObject value) => value
        is Tl.UpdateBase or Tl.ChatBase or Tl.MessageEntityBase or Tl.DialogBase or Tl.DialogPeerBase or Tl.WebPageAttributeBase or Tl.TopPeerCategoryPeers;
}
