using System.Net;
using System.Text;

namespace TelegramRest.Simulator.Rpc.Rich;

/// <summary>A tag of HTML, and what stands in it.</summary>
internal sealed record RichTag(string Name, bool Closing, Dictionary<string, string> Attributes)
{
    public string this[string name] => Attributes.GetValueOrDefault(name, "");

    public bool Has(string name) => Attributes.ContainsKey(name);

    public static RichTag Parse(string text)
    {
        var closing = text.StartsWith('/');
        var body = text.Trim('/').Trim();
        var space = body.IndexOf(' ', StringComparison.Ordinal);
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var rest = space < 0 ? "" : body[space..];
        var name = new StringBuilder();
        for (var at = 0; at < rest.Length; at++)
        {
            if (rest[at] == '=' && at + 1 < rest.Length && rest[at + 1] is '"' or '\'')
            {
                var quote = rest[at + 1];
                var end = rest.IndexOf(quote, at + 2);
                if (end < 0)
                    throw new RpcError(400, "RICH_MESSAGE_INVALID");
                attributes[name.ToString()] = WebUtility.HtmlDecode(rest[(at + 2)..end]);
                name.Clear();
                at = end;
            }
            else if (!char.IsWhiteSpace(rest[at]))
            {
                name.Append(rest[at]);
            }
            else if (name.Length > 0)
            {
                attributes[name.ToString()] = "";
                name.Clear();
            }
        }

        if (name.Length > 0)
            attributes[name.ToString()] = "";
        return new RichTag((space < 0 ? body : body[..space]).ToLowerInvariant(), closing, attributes);
    }
}
