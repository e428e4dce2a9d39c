namespace TelegramRest.Simulator.World.Model;

/// <summary>The part of a dialog that is kept: message ids follow from the messages.</summary>
internal sealed record DialogState(int ReadInbox, int ReadOutbox);
