using System.Globalization;
using TelegramRest.Simulator.Sessions.Faults;

namespace TelegramRest.Simulator.Control;

/// <summary><c>POST /simulator/faults</c>: what is to go wrong, now or at the next occasion.</summary>
internal sealed class AddFault(SimulatorHost host)
{
    public async Task<OkResponse> RunAsync(FaultRequest request, CancellationToken cancellationToken)
    {
        switch (request.Kind)
        {
            case "drop_connections":
                host.DropConnections();
                break;
            case "rotate_salts":
                host.RotateSalts();
                break;
            case "forget_sessions":
                host.ForgetSessions();
                break;
            case "expire_file_references":
                await host.World.ChangeAsync(
                    () =>
                    {
                        host.World.Files.ExpireReferences();
                        return true;
                    },
                    cancellationToken);
                break;
            case "file_dc":
                DataCenters.Require(request.Dc);
                host.World.Files.FileDc = request.Dc;
                break;
            case "flood_limit":
                host.World.Flood.PerMinute = request.PerMinute;
                break;
            default:
                host.Faults.Add(Rule(request));
                break;
        }

        return new OkResponse(true);
    }

    private static FaultRule Rule(FaultRequest request)
    {
        var rule = request.Kind switch
        {
            "flood_wait" => new FaultRule(FaultKind.Error, Code: 420, Message: string.Create(CultureInfo.InvariantCulture, $"FLOOD_WAIT_{request.Seconds ?? 1}")),
            "error" when request is { Code: not null, Message: not null } => new FaultRule(FaultKind.Error, Code: request.Code.Value, Message: request.Message),
            "error" => throw ControlException.Bad("The fault error needs code and message."),
            "delay_answer" => new FaultRule(FaultKind.DelayAnswer, Delay: TimeSpan.FromMilliseconds(request.DelayMs ?? 1000)),
            "lose_answer" => new FaultRule(FaultKind.LoseAnswer),
            "drop_before" => new FaultRule(FaultKind.DropBefore),
            "drop_after" => new FaultRule(FaultKind.DropAfter),
            "lose_push" => new FaultRule(FaultKind.LosePush),
            "reorder_push" => new FaultRule(FaultKind.ReorderPush),
            "duplicate_push" => new FaultRule(FaultKind.DuplicatePush),
            "unknown_push" => new FaultRule(FaultKind.UnknownPush),
            "unknown_answer" => new FaultRule(FaultKind.UnknownAnswer),
            "bad_message" => new FaultRule(FaultKind.BadMessage, Code: request.Code ?? 16),
            "unknown_key" => new FaultRule(FaultKind.UnknownKey),
            _ => throw ControlException.Bad($"There is no fault {request.Kind}."),
        };
        return rule with { Times = request.Times ?? 1, Method = request.Method, UserId = request.UserId };
    }
}
