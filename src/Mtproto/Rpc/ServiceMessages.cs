using Microsoft.Extensions.Logging;
using TelegramRest.Mtproto.Datacenters;
using TelegramRest.Mtproto.Messages;

namespace TelegramRest.Mtproto.Rpc;

/// <summary>
/// What the server says about messages, salts and sessions, and what follows from it. Guarded by the session's lock.
/// https://core.telegram.org/mtproto/service_messages_about_messages
/// </summary>
internal sealed class ServiceMessages(Datacenter dc, SessionIdentity identity, RequestTable requests, SentServices services, Acknowledgements acknowledgements, ILogger logger)
{
    private const int StateMask = 7;
    private const int StateReceived = 4;

    private long lastUniqueId;

    /// <summary>Reacts; true when pushes may have been missed.</summary>
    public bool Handle(long messageId, Tl.TlObject message)
    {
        switch (message)
        {
            case Tl.Mtproto.MsgsAck:
            case Tl.Mtproto.FutureSalts:
                return false;
            case Tl.Mtproto.Pong pong:
                services.Answered(pong.MsgId);
                return false;
            case Tl.Mtproto.BadServerSalt bad:
                dc.SetSalt(bad.NewServerSalt);
                SendAgain(bad.BadMsgId);
                return false;
            case Tl.Mtproto.BadMsgNotification bad:
                return HandleRefusal(messageId, bad);
            case Tl.Mtproto.NewSessionCreated created:
                return HandleNewSession(created);
            case Tl.Mtproto.MsgsStateInfo info:
                if (services.Answered(info.ReqMsgId) is Tl.Mtproto.MsgsStateReq question)
                    HandleStates(question.MsgIds, info.Info.Span);
                return false;
            case Tl.Mtproto.MsgsAllInfo info:
                HandleStates(info.MsgIds, info.Info.Span);
                return false;
            case Tl.Mtproto.MsgDetailedInfo info:
                FetchAnswer(info.AnswerMsgId);
                return false;
            case Tl.Mtproto.MsgNewDetailedInfo info:
                FetchAnswer(info.AnswerMsgId);
                return false;
            case Tl.Mtproto.MsgsStateReq asked:
                services.Enqueue(new Tl.Mtproto.MsgsStateInfo { ReqMsgId = messageId, Info = Array.ConvertAll(asked.MsgIds, StateOf) });
                return false;
            case Tl.Mtproto.MsgResendReq wanted:
                foreach (var id in wanted.MsgIds)
                    requests.SendAgain(id);
                return false;
            default:
                logger.UnreadableMessage(dc.Id, new Tl.TlException($"{message.GetType().Name} was not expected"));
                return false;
        }
    }

    /// <summary>Starts a new session: everything unanswered goes out again in it.</summary>
    public void Renew()
    {
        identity.Renew();
        acknowledgements.Clear();
        services.Clear();
        requests.SendAllAgain();
    }

    private bool HandleRefusal(long messageId, Tl.Mtproto.BadMsgNotification bad)
    {
        logger.MessageRefused(dc.Id, bad.BadMsgId, bad.ErrorCode);
        switch (bad.ErrorCode)
        {
            // Too low: our clock is behind.
            case 16:
                dc.SetClock(messageId);
                SendAgain(bad.BadMsgId);
                return true;

            // Too high: ids have to go down, which only a new session may.
            case 17:
                dc.SetClock(messageId);
                Renew();
                return true;

            // The same id as an earlier one, or too old to tell: a new id helps.
            case 19 or 20:
                SendAgain(bad.BadMsgId);
                return false;

            // A broken container: its messages travel one by one.
            case 64:
                requests.SendAgain(bad.BadMsgId, request => request.Alone = true);
                services.SendAgain(bad.BadMsgId);
                return false;

            // 18, 32 … 35: our count of messages and the server's have parted.
            default:
                Renew();
                return true;
        }
    }

    private bool HandleNewSession(Tl.Mtproto.NewSessionCreated created)
    {
        dc.SetSalt(created.ServerSalt);
        if (created.UniqueId == lastUniqueId)
            return false;
        lastUniqueId = created.UniqueId;
        requests.SendAgainBefore(created.FirstMsgId);
        return true;
    }

    private void HandleStates(long[] ids, ReadOnlySpan<byte> states)
    {
        for (var i = 0; i < Math.Min(ids.Length, states.Length); i++)
        {
            if ((states[i] & StateMask) != StateReceived)
                requests.SendAgain(ids[i]);
        }
    }

    private void FetchAnswer(long answerMessageId)
    {
        if (identity.Received.Contains(answerMessageId))
            acknowledgements.Add(answerMessageId, TimeSpan.Zero);
        else
            services.Enqueue(new Tl.Mtproto.MsgResendReq { MsgIds = [answerMessageId] });
    }

    // 4: received; 2: not received, though its id is in range.
    private byte StateOf(long messageId) => identity.Received.Contains(messageId) ? (byte)StateReceived : (byte)2;

    private void SendAgain(long messageId)
    {
        requests.SendAgain(messageId);
        services.SendAgain(messageId);
    }
}
