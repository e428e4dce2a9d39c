using System.Globalization;

namespace TelegramRest.BotApi;

/// <summary>
/// The chat a request points at: a numeric identifier or a public username with its leading <c>@</c>.
/// The default value is <see cref="IsEmpty"/>: the parameter was missing, and resolving it answers <c>chat_id is empty</c>.
/// </summary>
/// <remarks>https://core.telegram.org/bots/api#sendmessage (chat_id)</remarks>
public readonly struct ChatId : IEquatable<ChatId>
{
    private readonly string? text;

    private ChatId(long id, string text)
    {
        Id = id;
        this.text = text;
    }

    public ChatId(long id) : this(id, id.ToString(CultureInfo.InvariantCulture))
    {
    }

    /// <summary>The numeric identifier; 0 for a username or for text that does not begin with a number.</summary>
    public long Id { get; }

    /// <summary>The username with its leading <c>@</c>, or null when the chat is given by number.</summary>
    public string? Username => text is ['@', ..] ? text : null;

    public bool IsEmpty => string.IsNullOrEmpty(text);

    /// <summary>The text as the caller wrote it: a reply's chat equals the target only when both texts are equal.</summary>
    public string Text => text ?? "";

    /// <summary>Reads the text of a parameter as leniently as the official server: leading digits count, garbage is 0.</summary>
    public static ChatId Parse(string? text) =>
        string.IsNullOrEmpty(text) ? default : new ChatId(text[0] == '@' ? 0 : Scalars.ToInt64(text), text);

    public static implicit operator ChatId(long id) => new(id);

    public static ChatId FromInt64(long id) => new(id);

    public bool Equals(ChatId other) => string.Equals(Text, other.Text, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is ChatId other && Equals(other);

    public override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);

    public override string ToString() => Text;

    public static bool operator ==(ChatId left, ChatId right) => left.Equals(right);

    public static bool operator !=(ChatId left, ChatId right) => !left.Equals(right);
}
