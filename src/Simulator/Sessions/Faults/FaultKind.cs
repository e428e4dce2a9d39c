namespace TelegramRest.Simulator.Sessions.Faults;

/// <summary>What a <see cref="FaultRule"/> does when it strikes.</summary>
public enum FaultKind
{
    /// <summary>The request is not run; the answer is the rule's code and message.</summary>
    Error,

    /// <summary>The request runs at once, its answer leaves after the rule's delay.</summary>
    DelayAnswer,

    /// <summary>The request runs, its answer is kept back until the client asks for it or reconnects.</summary>
    LoseAnswer,

    /// <summary>The connection closes before the request is run.</summary>
    DropBefore,

    /// <summary>The request runs, and the connection closes instead of answering.</summary>
    DropAfter,

    /// <summary>A push is never sent; only a difference can bring it.</summary>
    LosePush,

    /// <summary>A push leaves behind the next one.</summary>
    ReorderPush,

    /// <summary>A push is sent twice.</summary>
    DuplicatePush,

    /// <summary>A push holds an update of a kind that no client knows; a difference tells it in known terms.</summary>
    UnknownPush,

    /// <summary>The request runs, and its answer is of a kind that no client knows.</summary>
    UnknownAnswer,

    /// <summary>The next message is refused by <c>bad_msg_notification</c> with the rule's code.</summary>
    BadMessage,

    /// <summary>The next encrypted packet is answered as if the key were unknown (−404).</summary>
    UnknownKey,
}
