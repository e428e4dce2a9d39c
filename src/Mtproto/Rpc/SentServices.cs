namespace TelegramRest.Mtproto.Rpc;

/// <summary>Service messages that wait to be sent, and those sent whose answer matters: a refused ping or question has to be sent again.</summary>
internal sealed class SentServices
{
    private const int MostRemembered = 32;

    private Queue<Tl.TlObject>? waiting;
    private List<Entry>? sent;

    public bool AnyWaiting => waiting is { Count: > 0 };

    public void Enqueue(Tl.TlObject message) => (waiting ??= new()).Enqueue(message);

    public Tl.TlObject Dequeue() => waiting!.Dequeue();

    public void MarkSent(Tl.TlObject message, long messageId)
    {
        sent ??= [];
        if (sent.Count == MostRemembered)
            sent.RemoveAt(0);
        sent.Add(new Entry(message, messageId));
    }

    /// <summary>Notes the container that the last ones, from <paramref name="firstMessageId"/> on, went in.</summary>
    public void SetContainer(long firstMessageId, long containerId)
    {
        foreach (var entry in sent ?? [])
        {
            if (entry.MessageId >= firstMessageId)
                entry.ContainerId = containerId;
        }
    }

    /// <summary>The message that has been answered; null when it is not remembered.</summary>
    public Tl.TlObject? Answered(long messageId)
    {
        var index = sent?.FindIndex(entry => entry.MessageId == messageId) ?? -1;
        if (index < 0)
            return null;
        var message = sent![index].Message;
        sent.RemoveAt(index);
        return message;
    }

    /// <summary>Sends those again that went out as or inside a refused message.</summary>
    public void SendAgain(long messageId)
    {
        foreach (var entry in (sent ?? []).Where(entry => entry.MessageId == messageId || entry.ContainerId == messageId).ToArray())
        {
            sent!.Remove(entry);
            Enqueue(entry.Message);
        }
    }

    /// <summary>A new connection asks anew.</summary>
    public void Clear()
    {
        waiting = null;
        sent = null;
    }

    private sealed class Entry(Tl.TlObject message, long messageId)
    {
        public Tl.TlObject Message => message;

        public long MessageId => messageId;

        public long ContainerId { get; set; }
    }
}
