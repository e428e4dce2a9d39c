using TelegramRest.BotApi;

namespace TelegramRest.Server.Http;

/// <summary>The texts of requests that cannot be read. The official server knows them too but answers with an empty body.</summary>
internal static class RequestErrors
{
    public static BotApiException UnexpectedEnd() => BotApiException.BadRequest("unexpected end of request content");

    public static BotApiException BrokenJson() => BotApiException.BadRequest("can't parse JSON body");

    public static BotApiException NotUtf8() => BotApiException.BadRequest("strings must be encoded in UTF-8");

    public static BotApiException BoundaryNotFound() => BotApiException.BadRequest("boundary not found");

    public static BotApiException BoundaryValueNotFound() => BotApiException.BadRequest("boundary value not found");

    public static BotApiException BoundaryLength() => BotApiException.BadRequest("boundary too big or empty");

    public static BotApiException PartHeadersEmpty() => BotApiException.BadRequest("headers in multipart/form-data are empty");

    public static BotApiException PartHeadersBroken() => BotApiException.BadRequest("can't parse form data headers");

    public static BotApiException NotFormData() => BotApiException.BadRequest("expected form-data content disposition");

    public static BotApiException UnclosedQuote() => BotApiException.BadRequest("unclosed quoted string in Content-Disposition header");

    public static BotApiException WrongEscape() => BotApiException.BadRequest("wrong escape sequence in Content-Disposition header");

    public static BotApiException SemicolonExpected() => BotApiException.BadRequest("expected ';' in Content-Disposition header");

    public static BotApiException FieldNameNotFound() => BotApiException.BadRequest("field name in multipart/form-data not found");

    public static BotApiException ContentLength(long length) => new(413, $"Request Entity Too Large: content length is {length}");

    public static BotApiException TooManyParameters() => new(413, "Request Entity Too Large: too many parameters");

    public static BotApiException TooManyFormParameters() => new(413, "Request Entity Too Large: too many parameters in form data");

    public static BotApiException TooManyFiles() => new(413, "Request Entity Too Large: too many files attached");

    public static BotApiException FileTooBig(long size) => new(413, $"Request Entity Too Large: file of size {size} is too big to be uploaded");

    public static BotApiException ContentEncoding() => new(415, "Unsupported Media Type: unsupported content-encoding");

    public static BotApiException PartHeadersTooLarge() => new(431, "Request Header Fields Too Large: total headers size exceeded");

    public static BotApiException TemporaryFile() => new(500, "Internal Server Error: can't create temporary file");

    public static BotApiException VerbNotImplemented() => new(501, "Not Implemented");
}
