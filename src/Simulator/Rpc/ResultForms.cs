namespace TelegramRest.Simulator.Rpc;

/// <summary>Writes an answer in the type that the caller's layer expects, where a later layer gave the method another one.</summary>
internal static class ResultForms
{
    // Until layer 226 joining answered the updates themselves (https://core.telegram.org/method/channels.joinChannel).
    private const int JoinResultLayer = 227;

    public static void Write(Tl.TlWriter writer, Tl.TlMethod method, object result)
    {
        if (writer.Layer < JoinResultLayer && result is Tl.Messages.ChatInviteJoinResultOk joined)
            writer.WriteObject(joined.Updates);
        else
            method.WriteResultObject(writer, result);
    }
}
