namespace TelegramRest.Simulator.Sessions;

/// <summary>Constructors of the protocol itself (https://core.telegram.org/mtproto/service_messages), read and written here by hand: the client must not share our reading of them.</summary>
internal static class ServiceIds
{
    /// <summary>No schema has it.</summary>
    public const uint Unknown = 0x0badc0de;

    // Key exchange.
    public const uint ReqPq = 0x60469778;
    public const uint ReqPqMulti = 0xbe7e8ef1;
    public const uint ResPq = 0x05162463;
    public const uint ReqDhParams = 0xd712e4be;
    public const uint PqInnerData = 0x83c95aec;
    public const uint PqInnerDataDc = 0xa9f55f95;
    public const uint PqInnerDataTemp = 0x3c6a84d4;
    public const uint PqInnerDataTempDc = 0x56fddf88;
    public const uint ServerDhParamsOk = 0xd0e8075c;
    public const uint ServerDhInnerData = 0xb5890dba;
    public const uint SetClientDhParams = 0xf5045f1f;
    public const uint ClientDhInnerData = 0x6643b654;
    public const uint DhGenOk = 0x3bcbf734;
    public const uint DhGenRetry = 0x46dc1fb9;
    public const uint BindAuthKeyInner = 0x75a3f765;

    // Messages about messages.
    public const uint Container = 0x73f1f8dc;
    public const uint GzipPacked = 0x3072cfa1;
    public const uint RpcResult = 0xf35c6d01;
    public const uint RpcError = 0x2144ca19;
    public const uint MsgsAck = 0x62d6b459;
    public const uint BadMsgNotification = 0xa7eff811;
    public const uint BadServerSalt = 0xedab447b;
    public const uint MsgsStateReq = 0xda69fb52;
    public const uint MsgsStateInfo = 0x04deb57d;
    public const uint MsgsAllInfo = 0x8cc0d131;
    public const uint MsgResendReq = 0x7d861a08;
    public const uint MsgDetailedInfo = 0x276d3ec6;
    public const uint MsgNewDetailedInfo = 0x809db6df;
    public const uint NewSessionCreated = 0x9ec20908;
    public const uint HttpWait = 0x9299359f;

    // Requests that every session answers itself.
    public const uint Ping = 0x7abe77ec;
    public const uint PingDelayDisconnect = 0xf3427b8c;
    public const uint Pong = 0x347773c5;
    public const uint GetFutureSalts = 0xb921bd04;
    public const uint FutureSalts = 0xae500895;
    public const uint RpcDropAnswer = 0x58e4a740;
    public const uint RpcAnswerUnknown = 0x5e2ad36e;
    public const uint RpcAnswerDroppedRunning = 0xcd78e586;
    public const uint RpcAnswerDropped = 0xa43ad8b7;
    public const uint DestroySession = 0xe7512126;
    public const uint DestroySessionOk = 0xe22045fc;
    public const uint DestroySessionNone = 0x62d350c9;
    public const uint DestroyAuthKey = 0xd1435160;
    public const uint DestroyAuthKeyOk = 0xf660e1d4;

    // Wrappers around a request.
    public const uint InvokeWithLayer = 0xda9b0d0d;
    public const uint InitConnection = 0xc1cd5ea9;
    public const uint InvokeAfterMsg = 0xcb9f372d;
    public const uint InvokeAfterMsgs = 0x3dc4b4f0;
    public const uint InvokeWithoutUpdates = 0xbf9459b7;
    public const uint InvokeWithTakeout = 0xaca9fd2e;
    public const uint InvokeWithMessagesRange = 0x365275f2;
    public const uint InvokeWithBusinessConnection = 0xdd289f8e;
    public const uint InvokeWithGooglePlayIntegrity = 0x1df92984;
    public const uint InvokeWithApnsSecret = 0x0dae54f8;
    public const uint InvokeWithReCaptcha = 0xadbb0f94;
    public const uint InputClientProxy = 0x75588b3f;

    public const uint Vector = 0x1cb5c415;
    public const uint BoolTrue = 0x997275b5;
}
