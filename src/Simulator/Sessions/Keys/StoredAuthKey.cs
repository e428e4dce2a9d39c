using System.Text.Json.Serialization;

namespace TelegramRest.Simulator.Sessions.Keys;

/// <summary>An <see cref="AuthKey"/> as it lies in the store.</summary>
internal sealed record StoredAuthKey(byte[] Secret, int DcId, long FirstSalt, int CreatedAt, int ExpiresAt, long PermanentKeyId, int Layer, long? UserId, bool Imported, ClientDescription? Client, string RemoteAddress);

[JsonSerializable(typeof(StoredAuthKey))]
internal sealed partial class StoredAuthKeyJson : JsonSerializerContext;
