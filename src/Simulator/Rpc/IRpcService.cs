namespace TelegramRest.Simulator.Rpc;

/// <summary>The methods of one namespace of the schema, or of one part of a large namespace.</summary>
internal interface IRpcService
{
    void Register(RpcTable table);
}
