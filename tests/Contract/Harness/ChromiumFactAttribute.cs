using Xunit;

namespace TelegramRest.Tests.Contract.Harness;

/// <summary>A test in a real browser. Without one it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (Browser.Executable is null)
            Skip = "Needs Chromium on the PATH (chromium, chromium-browser or google-chrome), as .ci/run installs it.";
    }
}
