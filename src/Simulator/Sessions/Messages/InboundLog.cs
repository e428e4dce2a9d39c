namespace TelegramRest.Simulator.Sessions.Messages;

/// <summary>The last messages of one session, so that none runs twice.</summary>
internal sealed class InboundLog
{
    private const int Capacity = 2048;

    private readonly Dictionary<long, InboundMessage> _messages = [];
    private readonly Queue<long> _order = new();
    private long _forgottenUpTo = long.MinValue;
    private long _highest = long.MinValue;

    public InboundMessage? Find(long id) => _messages.GetValueOrDefault(id);

    /// <summary>Whether it can no longer be told if a message with this id has been here.</summary>
    public bool IsTooOld(long id) => id <= _forgottenUpTo;

    public InboundMessage Add(long id)
    {
        if (_order.Count == Capacity)
        {
            var forgotten = _order.Dequeue();
            _messages.Remove(forgotten);
            _forgottenUpTo = Math.Max(_forgottenUpTo, forgotten);
        }

        var message = new InboundMessage(id);
        _messages[id] = message;
        _order.Enqueue(id);
        _highest = Math.Max(_highest, id);
        return message;
    }

    /// <summary>As if the message had never come.</summary>
    public void Forget(long id) => _messages.Remove(id);

    /// <summary>The byte that <c>msgs_state_info</c> carries for a message (https://core.telegram.org/mtproto/service_messages_about_messages).</summary>
    public byte StateOf(long id)
    {
        const byte forgotten = 1;
        const byte missing = 2;
        const byte tooHigh = 3;
        const byte received = 4;
        const byte running = 32;
        const byte answered = 64;

        if (Find(id) is not { } message)
            return IsTooOld(id) ? forgotten : id > _highest ? tooHigh : missing;
        if (!message.IsRequest)
            return received;
        return message.IsFinished ? (byte)(received | running | answered) : (byte)(received | running);
    }
}
