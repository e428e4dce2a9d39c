using TelegramRest.Generator.OpenApi.Model;

namespace TelegramRest.Generator.OpenApi.Read;

/// <summary>Reads <c>spec/errors.yaml</c>.</summary>
internal static class ErrorTableReader
{
    public static ErrorTable Read(SpecNode document) => new()
    {
        Answers = ReadAnswers(document["answers"]),
        Operations = document["operations"].Members.Select(member => (member.Name, ReadAnswers(member))).ToList(),
        Sending = document["sending"].Items.Select(ReadSending).ToList(),
        KeptForbidden = document.Texts("sending_kept_forbidden"),
        Lookups = document["lookups"].Members.Select(member => (member.Name, member.Text)).ToList(),
    };

    private static List<ErrorAnswer> ReadAnswers(SpecNode node) => node.Members.Select(member => member.IsMap
        ? new ErrorAnswer(member.Name, Code(member["code"]), member["text"].Text)
        : new ErrorAnswer(member.Name, 400, member.Text)).ToList();

    private static SendingError ReadSending(SpecNode node)
    {
        foreach (var member in node.Members.Where(member => member.Name is not ("code" or "message" or "chat" or "content" or "becomes" or "text")))
        {
            throw member.Problem($"{member.Name} is not supported in a row");
        }

        var chat = node.Find("chat");
        return new SendingError(
            Code(node["code"]),
            node["message"].Text,
            chat?.Text switch { null => null, "private" => true, "other" => false, var other => throw chat!.Problem($"chat is private or other, not {other}") },
            node.FindText("content"),
            node.Find("becomes") is { } becomes ? Code(becomes) : Code(node["code"]),
            node["text"].Text);
    }

    private static int Code(SpecNode node) => node.Integer is >= 400 and <= 599 and var code ? (int)code : throw node.Problem("a code lies between 400 and 599");
}
