namespace TelegramRest.Simulator.World.Text;

/// <summary>A text with its marks, as it will be kept. Offsets are UTF-16 units.</summary>
internal sealed record Formatted(string Text, Tl.MessageEntityBase[] Entities);
