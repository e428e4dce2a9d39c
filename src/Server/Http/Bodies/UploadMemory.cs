namespace TelegramRest.Server.Http.Bodies;

/// <summary>How much memory the uploads of all requests may hold.</summary>
/// <param name="bytes">Together.</param>
internal sealed class UploadMemory(long bytes)
{
    private long _left = bytes;

    public bool TryTake(int count)
    {
        if (Interlocked.Add(ref _left, -count) >= 0)
            return true;
        Give(count);
        return false;
    }

    public void Give(int count) => Interlocked.Add(ref _left, count);
}
