namespace TelegramRest.BotApi.Json;

/// <summary>Turns a JSON request body into parameters: nested values keep their raw text, as if they had come from a form.</summary>
internal static class JsonBodyReader
{
    public static bool Read(ReadOnlySpan<byte> body, RequestSource target)
    {
        var text = Utf8Text.Decode(body);
        var scanner = new JsonScanner(text);
        if (scanner.Peek() == '"')
        {
            if (!scanner.TryReadString(out var content))
            {
                return false;
            }

            target.Add("content", content);
            return scanner.AtEnd();
        }

        if (!scanner.TryConsume('{'))
        {
            return false;
        }

        // A comma before the closing brace is let through here, and only here.
        while (!scanner.TryConsume('}'))
        {
            if (!scanner.TryReadString(out var name) || !scanner.TryConsume(':'))
            {
                return false;
            }

            _ = scanner.Peek();
            var start = scanner.Position;
            if (!scanner.TryReadValue(JsonValue.MaxDepth, out var value))
            {
                return false;
            }

            if (value.Kind != JsonKind.Null)
            {
                target.Add(name, value.Kind == JsonKind.String ? value.Text : text[start..scanner.Position]);
            }

            if (!scanner.TryConsume(',') && scanner.Peek() != '}')
            {
                return false;
            }
        }

        return scanner.AtEnd();
    }
}
