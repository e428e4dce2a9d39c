namespace TelegramRest.Mtproto.Messages;

/// <summary>Takes the messages that <see cref="MessageReader"/> unwraps.</summary>
internal interface IMessageSink
{
    /// <summary>An answer; the reader stands behind the id of the request.</summary>
    void OnResult(long requestMessageId, ref Tl.TlReader reader);

    /// <summary>Anything else: a service message, or a push.</summary>
    void OnMessage(long messageId, Tl.TlObject message);

    /// <summary>The message's bytes are no TL that we know.</summary>
    void OnUnreadable(Tl.TlException exception);
}
