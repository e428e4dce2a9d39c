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
[JsonSerializable(typeof(VoteRequest))]
[JsonSerializable(typeof(ReactRequest))]
[JsonSerializable(typeof(TickRequest))]
[JsonSerializable(typeof(EditRequest))]
[JsonSerializable(typeof(PinRequest))]
[JsonSerializable(typeof(DeleteRequest))]
[JsonSerializable(typeof(ForwardRequest))]
[JsonSerializable(typeof(InlineQueryRequest))]
[JsonSerializable(typeof(InlineQueryResponse))]
[JsonSerializable(typeof(ChooseResultRequest))]
[JsonSerializable(typeof(PreparedMessageRequest))]
[JsonSerializable(typeof(OpenWebAppRequest))]
[JsonSerializable(typeof(OpenWebAppResponse))]
[JsonSerializable(typeof(WebAppDataRequest))]
[JsonSerializable(typeof(ShareChatsRequest))]
[JsonSerializable(typeof(ChatSettingsRequest))]
[JsonSerializable(typeof(ActorRequest))]
[JsonSerializable(typeof(CreateTopicRequest))]
[JsonSerializable(typeof(BlockRequest))]
[JsonSerializable(typeof(ConnectBusinessRequest))]
[JsonSerializable(typeof(ConnectBusinessResponse))]
[JsonSerializable(typeof(ProfileMediaRequest))]
[JsonSerializable(typeof(EphemeralRequest))]
[JsonSerializable(typeof(EphemeralResponse))]
[JsonSerializable(typeof(EphemeralView[]))]
[JsonSerializable(typeof(PressEphemeralRequest))]
[JsonSerializable(typeof(DirectMessageRequest))]
[JsonSerializable(typeof(DirectMessageResponse))]
[JsonSerializable(typeof(SuggestedPostRequest))]
[JsonSerializable(typeof(FaultRequest))]
[JsonSerializable(typeof(OkResponse))]
[JsonSerializable(typeof(ErrorResponse))]
internal sealed partial class ControlJson : JsonSerializerContext;
