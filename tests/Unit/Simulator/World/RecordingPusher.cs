using TelegramRest.Simulator.Sessions;

namespace TelegramRest.Tests.Unit.Simulator.World;

/// <summary>Keeps what would have gone to clients. Whoever is logged in under a key is online.</summary>
internal sealed class RecordingPusher : IUpdatePusher
{
    public List<AuthKey> Keys { get; } = [];

    public List<(long UserId, Tl.UpdatesBase Updates, long ExceptSessionId)> Pushed { get; } = [];

    public List<long> Revoked { get; } = [];

    public IEnumerable<Tl.UpdateBase> To(long userId) => Pushed.Where(push => push.UserId == userId).SelectMany(push => ((Tl.UpdatesConstructor)push.Updates).Updates);

    public void Push(long userId, Tl.UpdatesBase updates, long exceptSessionId = 0) => Pushed.Add((userId, updates, exceptSessionId));

    public void PushToKey(long authKeyId, Tl.UpdatesBase updates) => throw new NotSupportedException();

    public void Revoke(long authKeyId) => Revoked.Add(authKeyId);

    public IReadOnlyList<AuthorizedKey> KeysOf(long userId) =>
        [.. Keys.Where(key => key.UserId == userId).Select(key => new AuthorizedKey(key.Id, key.DcId, key.Layer, key.Client, key.RemoteAddress, key.CreatedAt, key.ActiveAt))];

    public bool IsOnline(long userId) => Keys.Any(key => key.UserId == userId);
}
