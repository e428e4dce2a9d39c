using TelegramRest.BotApi;
using TelegramRest.Server.Http.Bodies;
using Xunit;

namespace TelegramRest.Tests.Unit.Server.Http;

public sealed class ContentDispositionTests
{
    [Theory]
    [InlineData("form-data; name=\"chat_id\"", "chat_id", null)]
    [InlineData("form-data; name=chat_id", "chat_id", null)]
    [InlineData("form-data; name=\"photo\"; filename=\"a b.jpg\"", "photo", "a b.jpg")]
    [InlineData("form-data; filename=\"\"; name=\"photo\"", "photo", "")]
    [InlineData("form-data; name=\"a\\\"b\"", "a\"b", null)]
    [InlineData("form-data; name=\"p\"; filename=\"%41.txt\"", "p", "A.txt")]
    [InlineData("form-data; name=\"p\"; filename=\"a+b.txt\"", "p", "a+b.txt")]
    [InlineData("form-data; name=\"p\"; filename*=UTF-8''x.txt", "p", null)]
    public void Name_and_file_name_are_read(string header, string name, string? fileName) =>
        Assert.Equal(new ContentDisposition(name, fileName), ContentDisposition.Parse(header));

    [Theory]
    [InlineData(null, "Bad Request: expected form-data content disposition")]
    [InlineData("attachment; name=\"a\"", "Bad Request: expected form-data content disposition")]
    [InlineData("form-data;", "Bad Request: field name in multipart/form-data not found")]
    [InlineData("form-data; name=\"\"", "Bad Request: field name in multipart/form-data not found")]
    [InlineData("form-data; name=\"a", "Bad Request: unclosed quoted string in Content-Disposition header")]
    [InlineData("form-data; name=\"a\\", "Bad Request: wrong escape sequence in Content-Disposition header")]
    [InlineData("form-data; name=\"a\" filename=\"b\"", "Bad Request: expected ';' in Content-Disposition header")]
    [InlineData("form-data; name", "Bad Request: can't parse form data headers")]
    public void A_broken_header_is_named(string? header, string description) =>
        Assert.Equal(description, Assert.Throws<BotApiException>(() => ContentDisposition.Parse(header)).Description);

    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("", "file")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("a<b>:c.txt", "a b  c.txt")]
    [InlineData("no extension", "no extension")]
    [InlineData(".hidden", "file.hidden")]
    public void A_file_name_keeps_only_what_is_harmless(string given, string kept) => Assert.Equal(kept, FileNames.Clean(given));

    [Fact]
    public void A_long_file_name_is_cut() =>
        Assert.Equal(new string('a', 64) + "." + new string('b', 16), FileNames.Clean(new string('a', 100) + "." + new string('b', 30)));
}
