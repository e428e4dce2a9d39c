using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TelegramRest.Accounts.Sends;

/// <summary>
/// One request that came with an Idempotency-Key, from its arrival to its answer. Disposed without an answer, it frees the key where it is certain that
/// nothing was sent, and otherwise leaves the record for a repeat to find out.
/// </summary>
public sealed class KeyedSend : IAsyncDisposable
{
    private readonly SendLedger ledger;
    private readonly KeyedRow row;
    private readonly Action ended;
    private readonly List<long> prepared = [];
    private int count;
    private bool isStored;
    private bool mayHaveSent;

    internal KeyedSend(SendLedger ledger, KeyedRow row, bool isResumed, Action ended)
    {
        (this.ledger, this.row, this.ended) = (ledger, row, ended);
        (IsResumed, isStored, mayHaveSent) = (isResumed, isResumed, isResumed);
    }

    /// <summary>What was answered to the same request before; null when it has to be carried out.</summary>
    public ReadOnlyMemory<byte>? Answer => row.Answer is { } answer ? answer : default(ReadOnlyMemory<byte>?);

    /// <summary>When the request first came.</summary>
    internal DateTimeOffset StartedAt => DateTimeOffset.FromUnixTimeSeconds(row.CreatedAt);

    /// <summary>An earlier run of this request ended without an answer, and may have sent something.</summary>
    internal bool IsResumed { get; }

    /// <summary>Stores the answer, for repeats, before it goes out.</summary>
    public async Task CompleteAsync(ReadOnlyMemory<byte> answer)
    {
        await ledger.CompleteAsync(row, prepared, answer.ToArray());
        (isStored, mayHaveSent) = (true, true);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (isStored && !mayHaveSent)
            {
                await ledger.ForgetAsync(row, prepared);
            }
        }
        finally
        {
            ended();
        }
    }

    /// <summary>The random_id of the request's next message: in every run the same, in the same order.</summary>
    internal long NextRandomId()
    {
        Span<byte> number = stackalloc byte[4];
        Span<byte> hash = stackalloc byte[32];
        long id;
        do
        {
            BinaryPrimitives.WriteInt32LittleEndian(number, count++);
            HMACSHA256.HashData(row.Seed, number, hash);
            id = BinaryPrimitives.ReadInt64LittleEndian(hash);
        }
        while (id == 0);

        return id;
    }

    /// <summary>To be awaited before the messages leave.</summary>
    internal async Task PrepareAsync(IReadOnlyList<long> randomIds)
    {
        prepared.AddRange(randomIds);
        await ledger.PrepareAsync(row, randomIds);
        (isStored, mayHaveSent) = (true, true);
    }

    /// <summary>Stores the ids that the messages got.</summary>
    internal Task NoteAsync(IReadOnlyCollection<(long RandomId, int MessageId)> sent) => ledger.NoteAsync(row.AccountId, sent);

    internal IReadOnlyDictionary<long, int> MessageIds(IReadOnlyList<long> randomIds) => ledger.MessageIds(row.AccountId, randomIds);

    /// <summary>Telegram has refused the messages: it is certain that they were not sent.</summary>
    internal void Refused() => mayHaveSent = false;
}
