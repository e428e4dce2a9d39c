using TelegramRest.Simulator.Sessions.Connections;
using TelegramRest.Simulator.Sessions.Faults;

namespace TelegramRest.Simulator.Sessions.Messages;

/// <summary>
/// What happens to a decrypted message: salt, clock and container rules first (https://core.telegram.org/mtproto/service_messages_about_messages),
/// then each message inside goes to the protocol's own answers or becomes a request, unless it has been here before.
/// </summary>
internal sealed class MessageProcessor(ServerContext server, ServiceMessages services, RpcRunner requests)
{
    private const int IdTooLow = 16;
    private const int IdTooHigh = 17;
    private const int IdNotAClients = 18;
    private const int ContainerRepeated = 19;
    private const int TooOldToTell = 20;
    private const int BadContainer = 64;
    private const int MostBehind = 300;
    private const int MostAhead = 30;

    /// <exception cref="Tl.TlException">The message is malformed.</exception>
    public async ValueTask ProcessAsync(ClientConnection connection, Session session, ClientMessage message, CancellationToken cancellationToken)
    {
        session.Attach(connection);
        session.Cork();
        try
        {
            if (!server.Salts.IsValid(session.Key, message.Salt, server.Keys.Now))
                services.RefuseSalt(session, message);
            else if (Fault(session, message) is { } code)
                ServiceMessages.Refuse(session, message, code);
            else
                await TakeInAsync(connection, session, message, cancellationToken);
        }
        finally
        {
            session.Uncork();
        }
    }

    private int? Fault(Session session, in ClientMessage message)
    {
        if (server.Faults.Take(FaultKind.BadMessage, session.Key.UserId) is { } fault)
            return fault.Code;
        if ((message.Id & 3) != 0)
            return IdNotAClients;
        var behind = server.Keys.Now - (message.Id >> 32);
        return behind > MostBehind ? IdTooLow : behind < -MostAhead ? IdTooHigh : null;
    }

    private async ValueTask TakeInAsync(ClientConnection connection, Session session, ClientMessage message, CancellationToken cancellationToken)
    {
        var messages = new List<ClientMessage>(1);
        if (!MessageUnpacker.TryUnpack(message, messages))
        {
            ServiceMessages.Refuse(session, message, BadContainer);
            return;
        }

        if (messages is not [var single] || single.Id != message.Id)
        {
            if (session.Receive(message with { SeqNo = message.SeqNo & ~1 }, out _) is null)
            {
                ServiceMessages.Refuse(session, message, ContainerRepeated);
                return;
            }
        }

        session.Announce(messages.Count == 0 ? message.Id : messages.Min(each => each.Id));
        foreach (var each in messages)
        {
            if (ServiceMessages.Includes(each.ConstructorId))
                Serve(connection, session, each);
            else
                await RequestAsync(connection, session, each, cancellationToken);
        }
    }

    private void Serve(ClientConnection connection, Session session, in ClientMessage message)
    {
        if (message.IsContent)
            session.Receive(message, out _);
        services.Handle(connection, session, message);
    }

    private async ValueTask RequestAsync(ClientConnection connection, Session session, ClientMessage message, CancellationToken cancellationToken)
    {
        if (session.Receive(message, out var isTooOld) is not { } request)
        {
            if (isTooOld)
                ServiceMessages.Refuse(session, message, TooOldToTell);
            return;
        }

        request.IsRequest = true;
        if (!connection.TryEnterRequest())
        {
            session.Uncork();
            await connection.EnterRequestAsync(cancellationToken);
            session.Cork();
        }
        var running = requests.StartAsync(connection, session, request, message.Body, cancellationToken);
        _ = running.ContinueWith(_ => connection.LeaveRequest(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }
}
