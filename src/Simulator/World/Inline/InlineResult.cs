namespace TelegramRest.Simulator.World.Inline;

/// <summary>One result: how it is shown in the list, and the message that it becomes when it is chosen.</summary>
internal sealed record InlineResult(string Id, Tl.BotInlineResultBase Shown, InlineMessage Message);
