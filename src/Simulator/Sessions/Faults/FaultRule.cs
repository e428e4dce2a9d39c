namespace TelegramRest.Simulator.Sessions.Faults;

/// <summary>One fault to come.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Times">How often; −1 is until the plan is cleared.</param>
/// <param name="Method">The RPC concerned, as the schema writes it (<c>messages.sendMessage</c>); null is any. Pushes and messages have no method.</param>
/// <param name="Code">The code of an <c>rpc_error</c> or <c>bad_msg_notification</c>.</param>
/// <param name="Message">The text of an <c>rpc_error</c>: <c>FLOOD_WAIT_5</c>, <c>USER_MIGRATE_4</c>.</param>
/// <param name="Delay">How long an answer is kept.</param>
/// <param name="UserId">Only for this account; null is anyone.</param>
public sealed record FaultRule(FaultKind Kind, int Times = 1, string? Method = null, int Code = 0, string? Message = null, TimeSpan Delay = default, long? UserId = null);
