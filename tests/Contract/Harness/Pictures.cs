namespace TelegramRest.Tests.Contract.Harness;

/// <summary>Files to send.</summary>
public static class Pictures
{
    /// <summary>A plain blue picture of 64×48 pixels.</summary>
    public static byte[] Png { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAEAAAAAwCAIAAAAuKetIAAAAZElEQVR4nO3PUQkAIBTAwNfJTnayrSH8OITBAtxm7fN1wwUNaEEDWtCAFjSgBQ1oQQNa0IAWNKAFDWhBA1rQgBY0oAUNaEEDWtCAFjSgBQ1oQQNa0IAWNKAFDWhBA1rQgBY8dgHRvljT3UEJSAAAAABJRU5ErkJggg==");
}
