namespace TelegramRest.Simulator.World.Model;

/// <summary>What moved a box's pts (https://core.telegram.org/api/updates).</summary>
internal enum BoxEventKind
{
    New,
    Edit,
    Delete,
    ReadInbox,
    ReadOutbox,
    Pin,
    Unpin,
}
