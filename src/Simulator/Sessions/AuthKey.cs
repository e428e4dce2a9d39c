namespace TelegramRest.Simulator.Sessions;

/// <summary>An authorisation key and everything that the data centre remembers with it.</summary>
internal sealed class AuthKey(byte[] secret, int dcId, Action<AuthKey, long?> changed)
{
    private long _userId;

    /// <summary>The lower 64 bits of the key's SHA-1.</summary>
    public long Id { get; } = new Wire.AuthKey(secret).Id;

    /// <summary>256 bytes, shared with the client.</summary>
    public byte[] Secret { get; } = secret;

    public int DcId { get; } = dcId;

    /// <summary>The salt that the key exchange agreed on; valid beside the hourly ones for the first hours.</summary>
    public long FirstSalt { get; init; }

    /// <summary>Unix seconds.</summary>
    public int CreatedAt { get; init; }

    /// <summary>Unix seconds for a temporary key; 0 for a permanent one.</summary>
    public int ExpiresAt { get; init; }

    /// <summary>The permanent key that this temporary key is bound to; 0 before <c>auth.bindTempAuthKey</c>.</summary>
    public long PermanentKeyId { get; private set; }

    /// <summary>0 until the first <c>invokeWithLayer</c>.</summary>
    public int Layer { get; private set; }

    /// <summary>The layer to write for this key: its own, or the newest that is known here.</summary>
    public int WrittenLayer => Math.Min(Layer, Tl.Schema.Layer);

    public ClientDescription? Client { get; private set; }

    /// <summary>The account was brought from another data centre by <c>auth.importAuthorization</c>: such keys read files and get no updates.</summary>
    public bool Imported { get; private set; }

    public string RemoteAddress { get; set; } = "127.0.0.1";

    /// <summary>Unix seconds of the last message.</summary>
    public int ActiveAt { get; set; }

    public bool IsTemporary => ExpiresAt != 0;

    public long? UserId
    {
        get
        {
            var userId = Interlocked.Read(ref _userId);
            return userId == 0 ? null : userId;
        }
    }

    public void Bind(long? userId, bool imported = false)
    {
        var before = Interlocked.Exchange(ref _userId, userId ?? 0);
        if (before == (userId ?? 0) && imported == Imported)
            return;
        Imported = imported;
        changed(this, before == 0 ? null : before);
    }

    public void BindPermanent(long keyId)
    {
        PermanentKeyId = keyId;
        changed(this, UserId);
    }

    public void Declare(int layer, ClientDescription? client)
    {
        if (layer == Layer && (client is null || client == Client))
            return;
        Layer = layer;
        Client = client ?? Client;
        changed(this, UserId);
    }

    /// <summary>Puts back what the store remembers, without telling it.</summary>
    public void Restore(long permanentKeyId, int layer, ClientDescription? client, long? userId, bool imported)
    {
        PermanentKeyId = permanentKeyId;
        Layer = layer;
        Client = client;
        Imported = imported;
        _userId = userId ?? 0;
    }
}
