using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TelegramRest.Simulator.Rpc;

namespace TelegramRest.Simulator.Control;

/// <summary>Maps the control surface under <c>/simulator/</c>: what a person would do with a phone in the hand, and what goes wrong.</summary>
internal static class ControlEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, SimulatorHost host)
    {
        var world = host.World;
        Post(routes, "/simulator/bots", ControlJson.Default.CreateBotRequest, ControlJson.Default.CreateBotResponse, new CreateBot(world).RunAsync);
        Post(routes, "/simulator/users", ControlJson.Default.CreateUserRequest, ControlJson.Default.IdResponse, new CreateUser(world).RunAsync);
        Get(routes, "/simulator/users/{phone_number}/code", ControlJson.Default.CodeResponse, request => new GetCode(world).Run((string)request.RouteValues["phone_number"]!));
        Post(routes, "/simulator/chats", ControlJson.Default.CreateChatRequest, ControlJson.Default.IdResponse, new CreateChat(world).RunAsync);
        PostTo(routes, "/simulator/chats/{chat}/members", ControlJson.Default.SetMemberRequest, ControlJson.Default.OkResponse, new SetMember(world).RunAsync);
        var chats = new ChatActs(host);
        PostTo(routes, "/simulator/chats/{chat}/settings", ControlJson.Default.ChatSettingsRequest, ControlJson.Default.OkResponse, chats.ChangeAsync);
        PostTo(routes, "/simulator/chats/{chat}/upgrade", ControlJson.Default.ActorRequest, ControlJson.Default.IdResponse, chats.UpgradeAsync);
        PostTo(routes, "/simulator/chats/{chat}/topics", ControlJson.Default.CreateTopicRequest, ControlJson.Default.IdResponse, chats.OpenTopicAsync);
        Post(routes, "/simulator/blocks", ControlJson.Default.BlockRequest, ControlJson.Default.OkResponse, chats.BlockAsync);
        Post(routes, "/simulator/messages", ControlJson.Default.SendMessageRequest, ControlJson.Default.SendMessageResponse, new SendMessage(host).RunAsync);
        Get(routes, "/simulator/messages", ControlJson.Default.MessageViewArray, request => new ListMessages(world).Run(request.Query["chat"], request.Query["viewer"]));
        Post(routes, "/simulator/callbacks", ControlJson.Default.CallbackRequest, ControlJson.Default.CallbackResponse, new PressButton(world).RunAsync);
        var messages = new MessageActs(host);
        Post(routes, "/simulator/votes", ControlJson.Default.VoteRequest, ControlJson.Default.OkResponse, messages.VoteAsync);
        Post(routes, "/simulator/reactions", ControlJson.Default.ReactRequest, ControlJson.Default.OkResponse, messages.ReactAsync);
        Post(routes, "/simulator/ticks", ControlJson.Default.TickRequest, ControlJson.Default.OkResponse, messages.TickAsync);
        Post(routes, "/simulator/edits", ControlJson.Default.EditRequest, ControlJson.Default.OkResponse, messages.EditAsync);
        Post(routes, "/simulator/pins", ControlJson.Default.PinRequest, ControlJson.Default.OkResponse, messages.PinAsync);
        Post(routes, "/simulator/deletions", ControlJson.Default.DeleteRequest, ControlJson.Default.OkResponse, messages.DeleteAsync);
        Post(routes, "/simulator/forwards", ControlJson.Default.ForwardRequest, ControlJson.Default.SendMessageResponse, messages.ForwardAsync);
        var bots = new BotActs(host);
        Post(routes, "/simulator/inline_queries", ControlJson.Default.InlineQueryRequest, ControlJson.Default.InlineQueryResponse, bots.QueryAsync);
        Post(routes, "/simulator/inline_results", ControlJson.Default.ChooseResultRequest, ControlJson.Default.SendMessageResponse, bots.ChooseAsync);
        Post(routes, "/simulator/prepared_messages", ControlJson.Default.PreparedMessageRequest, ControlJson.Default.SendMessageResponse, bots.SendPreparedAsync);
        Post(routes, "/simulator/web_apps", ControlJson.Default.OpenWebAppRequest, ControlJson.Default.OpenWebAppResponse, bots.OpenAsync);
        Post(routes, "/simulator/web_app_data", ControlJson.Default.WebAppDataRequest, ControlJson.Default.SendMessageResponse, bots.SendDataAsync);
        Post(routes, "/simulator/shared_chats", ControlJson.Default.ShareChatsRequest, ControlJson.Default.SendMessageResponse, bots.ShareAsync);
        var profiles = new ProfileActs(host);
        Post(routes, "/simulator/business_connections", ControlJson.Default.ConnectBusinessRequest, ControlJson.Default.ConnectBusinessResponse, profiles.ConnectAsync);
        Post(routes, "/simulator/profile_photos", ControlJson.Default.ProfileMediaRequest, ControlJson.Default.OkResponse, profiles.AddPhotoAsync);
        Post(routes, "/simulator/profile_audios", ControlJson.Default.ProfileMediaRequest, ControlJson.Default.OkResponse, profiles.AddMusicAsync);
        Post(routes, "/simulator/ephemeral_messages", ControlJson.Default.EphemeralRequest, ControlJson.Default.EphemeralResponse, profiles.WriteAsync);
        Get(routes, "/simulator/ephemeral_messages", ControlJson.Default.EphemeralViewArray, request => profiles.List(request.Query["chat"], request.Query["viewer"]));
        Post(routes, "/simulator/ephemeral_callbacks", ControlJson.Default.PressEphemeralRequest, ControlJson.Default.CallbackResponse, profiles.PressAsync);
        var direct = new DirectActs(host);
        Post(routes, "/simulator/direct_messages", ControlJson.Default.DirectMessageRequest, ControlJson.Default.DirectMessageResponse, direct.WriteAsync);
        Post(routes, "/simulator/suggested_posts", ControlJson.Default.SuggestedPostRequest, ControlJson.Default.OkResponse, direct.DecideAsync);
        Post(routes, "/simulator/faults", ControlJson.Default.FaultRequest, ControlJson.Default.OkResponse, new AddFault(host).RunAsync);
        routes.MapDelete("/simulator/faults", () =>
        {
            host.Faults.Clear();
            return Json(new OkResponse(true), ControlJson.Default.OkResponse);
        });
    }

    private static void Post<TRequest, TResponse>(
        IEndpointRouteBuilder routes,
        string path,
        JsonTypeInfo<TRequest> request,
        JsonTypeInfo<TResponse> response,
        Func<TRequest, CancellationToken, Task<TResponse>> run)
        where TRequest : class =>
        routes.MapPost(path, (HttpContext context, CancellationToken cancellationToken) => GuardAsync(async () =>
        {
            var body = await ReadAsync(context.Request, request, cancellationToken);
            return Json(await run(body, cancellationToken), response);
        }));

    private static void PostTo<TRequest, TResponse>(
        IEndpointRouteBuilder routes,
        string path,
        JsonTypeInfo<TRequest> request,
        JsonTypeInfo<TResponse> response,
        Func<string, TRequest, CancellationToken, Task<TResponse>> run)
        where TRequest : class =>
        routes.MapPost(path, (HttpContext context, CancellationToken cancellationToken) => GuardAsync(async () =>
        {
            var body = await ReadAsync(context.Request, request, cancellationToken);
            return Json(await run((string)context.Request.RouteValues["chat"]!, body, cancellationToken), response);
        }));

    private static void Get<TResponse>(IEndpointRouteBuilder routes, string path, JsonTypeInfo<TResponse> response, Func<HttpRequest, TResponse> run) =>
        routes.MapGet(path, (HttpContext context, CancellationToken _) => GuardAsync(() => Task.FromResult(Json(run(context.Request), response))));

    private static async Task<TRequest> ReadAsync<TRequest>(HttpRequest request, JsonTypeInfo<TRequest> type, CancellationToken cancellationToken)
        where TRequest : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, type, cancellationToken) ?? throw ControlException.Bad("The body must be a JSON object.");
        }
        catch (JsonException exception)
        {
            throw ControlException.Bad($"The body is not what is expected: {exception.Message}");
        }
    }

    private static async Task<IResult> GuardAsync(Func<Task<IResult>> run)
    {
        try
        {
            return await run();
        }
        catch (ControlException exception)
        {
            return Json(new ErrorResponse(exception.Message), ControlJson.Default.ErrorResponse, exception.Status);
        }
        catch (RpcError error)
        {
            return Json(new ErrorResponse(error.Message), ControlJson.Default.ErrorResponse, StatusCodes.Status400BadRequest);
        }
    }

    private static IResult Json<T>(T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) => Results.Json(value, type, statusCode: status);
}
