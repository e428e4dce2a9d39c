namespace TelegramRest.Mapping;

/// <summary>Public names, of which a user or channel may have several.</summary>
internal static class Usernames
{
    public static string? First(string? username, Tl.Username[]? usernames) => Active(username, usernames).FirstOrDefault();

    /// <returns>Active names in the order that the owner chose.</returns>
    public static IEnumerable<string> Active(string? username, Tl.Username[]? usernames)
    {
        if (!string.IsNullOrEmpty(username))
            return [username];
        return usernames == null ? [] : usernames.Where(name => name.Active).Select(name => name.UsernameValue);
    }
}
