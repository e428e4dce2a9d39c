using System.Text.Json.Serialization;

namespace TelegramRest.Simulator.Control;

/// <summary>The bodies of the control surface, as the simulator's specification describes them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CreateBotRequest))]
[JsonSerializable(typeof(CreateBotResponse))]
[JsonSerializable(typeof(CreateUserRequest))]
[JsonSerializable(typeof(IdResponse))]
[JsonSerializable(typeof(CodeResponse))]
[JsonSerializable(typeof(CreateChatRequest))]
[JsonSerializable(typeof(SetMemberRequest))]
[JsonSerializable(typeof(SendMessageRequest))]
[JsonSerializable(typeof(SendMessageResponse))]
[JsonSerializable(typeof(MessageView[]))]
[JsonSerializable(typeof(CallbackRequest))]
[JsonSerializable(typeof(CallbackResponse))]
[JsonSerializable(typeof(FaultRequest))]
[JsonSerializable(typeof(OkResponse))]
[JsonSerializable(typeof(ErrorResponse))]
internal sealed partial class ControlJson : JsonSerializerContext;
