namespace TelegramRest.Simulator.Rpc;

/// <summary>What a public name may look like: 5 to 32 Latin letters, digits and underscores, beginning with a letter.</summary>
internal static class Usernames
{
    public static bool IsValid(string username) =>
        username.Length is >= 5 and <= 32 && char.IsAsciiLetter(username[0]) && username[^1] != '_' && username.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
}
