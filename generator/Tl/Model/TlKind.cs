namespace TelegramRest.Generator.Tl.Model;

internal enum TlKind
{
    Constructor,
    Function,
}
