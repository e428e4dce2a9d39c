namespace TelegramRest.Generator.OpenApi.Model;

internal enum ScalarKind
{
    String,
    Boolean,
    Int32,
    Int64,
    Double,
}
