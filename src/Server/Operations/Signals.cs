using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TelegramRest.Server.Operations;

/// <summary>
/// What signals mean beside the orderly stop that the host makes of the first SIGINT or SIGTERM: the second one ends the process
/// at once, SIGHUP means nothing, and SIGUSR1 opens the log file anew.
/// </summary>
internal sealed class Signals : IDisposable
{
    // .NET names no user signals; it takes the system's own number.
    private const PosixSignal LinuxUser1 = (PosixSignal)10;
    private const PosixSignal MacUser1 = (PosixSignal)30;

    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _stops;

    public Signals(FileLog? log)
    {
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, OnStop));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnStop));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => context.Cancel = true));
        if (!OperatingSystem.IsWindows())
            _registrations.Add(PosixSignalRegistration.Create(OperatingSystem.IsMacOS() ? MacUser1 : LinuxUser1, context =>
            {
                context.Cancel = true;
                log?.Reopen();
            }));
    }

    public void Dispose() => _registrations.ForEach(registration => registration.Dispose());

    private void OnStop(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _stops) > 1)
            Process.GetCurrentProcess().Kill();
    }
}
