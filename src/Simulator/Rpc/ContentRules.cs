using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Text;

namespace TelegramRest.Simulator.Rpc;

/// <summary>Turns the text, reply and markup of a request into what a message keeps, or refuses them.</summary>
internal sealed class ContentRules(SimulatorWorld world, PeerResolver peers)
{
    /// <exception cref="RpcError">MESSAGE_EMPTY, MESSAGE_TOO_LONG, ENTITY_BOUNDS_INVALID.</exception>
    public Formatted Text(Account me, string text, Tl.MessageEntityBase[]? entities)
    {
        RequireLength(text, TextRules.MessageLimit, "MESSAGE_TOO_LONG");
        var formatted = Clean(me, text, entities);
        return formatted.Text.Length > 0 ? formatted : throw new RpcError(400, "MESSAGE_EMPTY");
    }

    /// <exception cref="RpcError">MEDIA_CAPTION_TOO_LONG, ENTITY_BOUNDS_INVALID.</exception>
    public Formatted Caption(Account me, string text, Tl.MessageEntityBase[]? entities)
    {
        RequireLength(text, TextRules.CaptionLimit, "MEDIA_CAPTION_TOO_LONG");
        return Clean(me, text, entities);
    }

    /// <exception cref="RpcError">REPLY_MESSAGE_ID_INVALID, QUOTE_TEXT_INVALID.</exception>
    public ReplyTarget? Reply(Account me, PeerKey chat, Tl.InputReplyToBase? replyTo)
    {
        if (replyTo is not Tl.InputReplyToMessage { ReplyToMsgId: not 0 } reply)
            return null;
        var source = reply.ReplyToPeerId is { } peer ? peers.Peer(me, peer) : chat;
        if (!world.Boxes.For(me, source).Messages.TryGetValue(reply.ReplyToMsgId, out var message))
            throw new RpcError(400, "REPLY_MESSAGE_ID_INVALID");
        if (string.IsNullOrEmpty(reply.QuoteText))
            return new ReplyTarget(message.Uid, null, null, null);
        var offset = FindQuote(message.Text, reply.QuoteText, reply.QuoteOffset ?? 0);
        return offset >= 0 ? new ReplyTarget(message.Uid, reply.QuoteText, reply.QuoteEntities, offset) : throw new RpcError(400, "QUOTE_TEXT_INVALID");
    }

    /// <exception cref="RpcError">See <see cref="MarkupRules"/>.</exception>
    public Tl.ReplyMarkupBase? Markup(Account me, Tl.ReplyMarkupBase? markup) => markup is null ? null : new MarkupRules(peers, me).Check(markup);

    // Before anything else looks at the text: what is too long must not cost time.
    private static void RequireLength(string text, int limit, string error)
    {
        if (text.Length > limit && TextRules.Length(text.Trim()) > limit)
            throw new RpcError(400, error);
    }

    private static int FindQuote(string text, string quote, int near)
    {
        near = Math.Clamp(near, 0, text.Length);
        return text.AsSpan(near).StartsWith(quote, StringComparison.Ordinal) ? near : text.IndexOf(quote, StringComparison.Ordinal);
    }

    private Formatted Clean(Account me, string text, Tl.MessageEntityBase[]? entities) => TextRules.Clean(text, entities, user => peers.TryUser(me, user)?.Id);
}
