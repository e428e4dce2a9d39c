namespace TelegramRest.BotApi.Json;

/// <summary>Why a value inside a JSON parameter was refused; the reader of the enclosing type or parameter words the answer.</summary>
internal sealed class JsonFieldException(string reason) : Exception(reason);
