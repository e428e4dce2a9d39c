namespace TelegramRest.Generator.Tl.Model;

/// <summary>Whether a type is a vector, and whether that vector carries its id.</summary>
internal enum TlVector
{
    None,
    Boxed,
    Bare,
}
