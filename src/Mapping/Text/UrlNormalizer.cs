using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TelegramRest.Mapping.Text;

/// <summary>Checks URLs of links and buttons and brings them to the form that is sent.</summary>
public static class UrlNormalizer
{
    private static readonly SearchValues<char> SchemeEnds = SearchValues.Create(":/?#@[]");

    /// <param name="url">As the caller wrote it; a missing scheme means http.</param>
    /// <param name="normalized">With a scheme, a lower-case host and at least the path <c>/</c>.</param>
    /// <param name="error">Why the URL cannot be used.</param>
    /// <param name="httpOnly">Links into Telegram's own apps are not taken.</param>
    /// <param name="httpsOnly">Only https is taken.</param>
    public static bool TryNormalize(string url, out string normalized, out string error, bool httpOnly = false, bool httpsOnly = false)
    {
        normalized = "";
        var (scheme, rest) = AppScheme(url);
        if (!TryParse(rest, out var parts, out error))
            return false;

        if (httpsOnly && (scheme != null || parts.Scheme != "https"))
            return Fail("Only HTTPS links are allowed", out error);

        if (scheme == null)
        {
            if (!parts.Host.Contains('.') && !parts.IsIpv6)
                return Fail("Wrong HTTP URL", out error);
            normalized = Print(parts);
            return true;
        }

        if (httpOnly)
            return Fail("Only HTTP links are allowed", out error);
        if (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || parts.Scheme == "https" || parts.UserInfo.Length != 0 || parts.Port != 0 || parts.IsIpv6)
            return Fail(scheme == "tg" ? "Wrong tg URL" : "Wrong ton URL", out error);
        foreach (var c in parts.Host)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_') && !(c == '.' && scheme == "tonsite"))
                return Fail("Unallowed characters in URL host", out error);
        }

        var path = parts.Path.Length > 1 && parts.Path[1] == '?' ? parts.Path[1..] : parts.Path;
        normalized = $"{scheme}://{parts.Host}{path}";
        return true;
    }

    private readonly record struct Parts(string Scheme, string UserInfo, string Host, bool IsIpv6, int Port, string Path);

    private static (string? Scheme, string Remainder) AppScheme(string url)
    {
        foreach (var scheme in (ReadOnlySpan<string>)["tg", "tonsite", "ton"])
        {
            if (url.Length > scheme.Length && url[scheme.Length] == ':' && url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                var rest = url[(scheme.Length + 1)..];
                return (scheme, rest.StartsWith("//", StringComparison.Ordinal) ? rest[2..] : rest);
            }
        }

        return (null, url);
    }

    private static bool TryParse(string url, out Parts parts, out string error)
    {
        parts = default;
        var scheme = "http";
        var rest = url;
        var schemeEnd = url.AsSpan().IndexOfAny(SchemeEnds);
        if (schemeEnd >= 0 && url.AsSpan(schemeEnd).StartsWith("://"))
        {
            scheme = LowerAscii(url[..schemeEnd]);
            if (scheme is not ("http" or "https"))
                return Fail("Unsupported URL protocol", out error);
            rest = url[(schemeEnd + 3)..];
        }

        var authorityEnd = rest.AsSpan().IndexOfAny("/?#");
        var authority = authorityEnd < 0 ? rest : rest[..authorityEnd];
        var path = authorityEnd < 0 ? "" : rest[authorityEnd..];

        if (!TrySplitPort(authority, out var userInfoHost, out var port))
            return Fail("Wrong port number specified in the URL", out error);

        var at = userInfoHost.LastIndexOf('@');
        var userInfo = at < 0 ? "" : userInfoHost[..at];
        var host = userInfoHost[(at + 1)..];
        var isIpv6 = host.StartsWith('[') && host.EndsWith(']');
        if (isIpv6 && !(IPAddress.TryParse(host, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6))
            return Fail("Wrong IPv6 address specified in the URL", out error);
        if (host.Length == 0)
            return Fail("URL host is empty", out error);
        if (host == ".")
            return Fail("Host is invalid", out error);

        host = LowerAscii(host);
        if (!isIpv6)
        {
            if (Flaw(host, allowColon: false) is { } hostFlaw)
                return Fail(hostFlaw + " host", out error);
            if (Flaw(userInfo, allowColon: true) is { } userFlaw)
                return Fail(userFlaw + " userinfo", out error);
        }

        parts = new Parts(scheme, userInfo, host, isIpv6, port, EscapePath(path));
        error = "";
        return true;
    }

    private static bool TrySplitPort(string authority, out string userInfoHost, out int port)
    {
        userInfoHost = authority;
        port = 0;
        var colon = authority.LastIndexOfAny([':', ']', '@']);
        if (colon <= 0 || authority[colon] != ':')
            return true;

        userInfoHost = authority[..colon];
        return int.TryParse(authority.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= 65535;
    }

    private static string EscapePath(string path)
    {
        path = path.TrimEnd(' ', '\t', '\r', '\n', '\0', '\v');
        var escaped = new StringBuilder(path.Length + 1);
        if (!path.StartsWith('/'))
            escaped.Append('/');
        foreach (var c in path)
        {
            if (c <= ' ')
                escaped.Append(CultureInfo.InvariantCulture, $"%{(int)c:X2}");
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static string? Flaw(string part, bool allowColon)
    {
        for (var i = 0; i < part.Length; i++)
        {
            var c = part[i];
            if (char.IsAsciiLetterOrDigit(c) || c >= 128 || ".-_!$,~*'();&+=".Contains(c) || (allowColon && c == ':'))
                continue;
            if (c != '%')
                return "Disallowed character in URL";
            if (!char.IsAsciiHexDigit(part.At(i + 1)) || !char.IsAsciiHexDigit(part.At(i + 2)))
                return "Wrong percent-encoded symbol in URL";
            i += 2;
        }

        return null;
    }

    private static string LowerAscii(string host) =>
        string.Create(host.Length, host, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] | 0x20) : source[i];
        });

    private static string Print(Parts parts)
    {
        var url = new StringBuilder(parts.Scheme).Append("://");
        if (parts.UserInfo.Length != 0)
            url.Append(parts.UserInfo).Append('@');
        url.Append(parts.Host);
        if (parts.Port != 0)
            url.Append(CultureInfo.InvariantCulture, $":{parts.Port}");
        return url.Append(parts.Path).ToString();
    }

    private static bool Fail(string reason, out string error)
    {
        error = reason;
        return false;
    }
}
