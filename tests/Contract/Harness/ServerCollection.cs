using Xunit;

namespace TelegramRest.Tests.Contract.Harness;

/// <summary>All classes share one server; each makes its own bots, people and chats in it.</summary>
[CollectionDefinition(Name)]
public sealed class ServerCollection : ICollectionFixture<ServerFixture>
{
    public const string Name = "server";
}
