using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Text;

namespace TelegramRest.Simulator.Rpc;

/// <summary>Turns the text, reply and markup of a request into what a message keeps, or refuses them.</summary>
internal sealed class ContentRules(SimulatorWorld world, PeerResolver peers)
{
    private readonly ReplyRules _replies = new(world, peers);

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

    /// <exception cref="RpcError">See <see cref="ReplyRules"/>.</exception>
    public (ReplyTarget? Reply, int? TopicId) Reply(Account me, PeerKey chat, Tl.InputReplyToBase? replyTo) => _replies.Resolve(me, chat, replyTo);

    /// <exception cref="RpcError">See <see cref="MarkupRules"/>.</exception>
    public Tl.ReplyMarkupBase? Markup(Account me, Tl.ReplyMarkupBase? markup) => markup is null ? null : new MarkupRules(peers, me).Check(markup);

    // Before anything else looks at the text: what is too long must not cost time.
    private static void RequireLength(string text, int limit, string error)
    {
        if (text.Length > limit && TextRules.Length(text.Trim()) > limit)
            throw new RpcError(400, error);
    }

    private Formatted Clean(Account me, string text, Tl.MessageEntityBase[]? entities) => TextRules.Clean(text, entities, user => peers.TryUser(me, user)?.Id);
}
