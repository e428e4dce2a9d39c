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
        routes.MapPost("/simulator/chats/{chat}/members", (HttpContext context, CancellationToken cancellationToken) => GuardAsync(async () =>
        {
            var body = await ReadAsync(context.Request, ControlJson.Default.SetMemberRequest, cancellationToken);
            await new SetMember(world).RunAsync((string)context.Request.RouteValues["chat"]!, body, cancellationToken);
            return Json(new OkResponse(true), ControlJson.Default.OkResponse);
        }));
        Post(routes, "/simulator/messages", ControlJson.Default.SendMessageRequest, ControlJson.Default.SendMessageResponse, new SendMessage(world).RunAsync);
        Get(routes, "/simulator/messages", ControlJson.Default.MessageViewArray, request => new ListMessages(world).Run(request.Query["chat"], request.Query["viewer"]));
        Post(routes, "/simulator/callbacks", ControlJson.Default.CallbackRequest, ControlJson.Default.CallbackResponse, new PressButton(world).RunAsync);
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
