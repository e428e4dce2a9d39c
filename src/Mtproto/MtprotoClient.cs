using Microsoft.Extensions.Logging;
using TelegramRest.Mtproto.Datacenters;
using TelegramRest.Mtproto.Files;
using TelegramRest.Mtproto.Login;
using TelegramRest.Mtproto.Rpc;

namespace TelegramRest.Mtproto;

/// <summary>
/// One account's way to Telegram: invokes methods on its home data centre and on others, follows it when it moves, carries its authorisation over,
/// waits out short floods, and keeps the main connection up. Safe for use by many callers at once.
/// https://core.telegram.org/mtproto
/// </summary>
/// <param name="options">Shared by the accounts of a process.</param>
/// <param name="store">This account's keys.</param>
/// <param name="listener">Hears pushes and losses.</param>
/// <param name="isBot">Bots are kept waiting for less long.</param>
public sealed class MtprotoClient(MtprotoClientOptions options, IAuthStore store, IMtprotoListener listener, bool isBot) : IAsyncDisposable
{
    private const int MostMoves = 4;

    private readonly DatacenterSet datacenters = new(options, store, listener, options.LoggerFactory.CreateLogger<MtprotoClient>());

    /// <summary>The data centre that the account lives in.</summary>
    public int HomeDc => datacenters.Home.Id;

    /// <summary>A user is logged in, as far as is known. Kept in the store.</summary>
    public bool IsAuthorized => datacenters.Home.Authorized;

    /// <summary>The home data centre's clock.</summary>
    public DateTimeOffset ServerNow => datacenters.Home.Clock.Now;

    internal MtprotoClientOptions Options => options;

    /// <summary>Loads what is stored and brings the main connection up; from then on pushes arrive.</summary>
    /// <exception cref="RpcTransportException">The data centre cannot be used, or was not reached within <see cref="MtprotoClientOptions.ConnectionPatience"/>.</exception>
    public async Task ConnectAsync(CancellationToken cancellationToken)
    {
        await datacenters.LoadAsync(cancellationToken);
        await datacenters.Home.Main.ConnectAsync(cancellationToken);
    }

    /// <summary>Closes all connections; requests under way fail. What is stored stays.</summary>
    public Task CloseAsync() => DisposeAsync().AsTask();

    /// <summary>Invokes a method on the home data centre, wherever that turns out to be.</summary>
    /// <exception cref="RpcException">Telegram's error, when waiting or moving cannot help.</exception>
    /// <exception cref="RpcTransportException">There was no answer.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up; the method may still be carried out.</exception>
    public Task<TResult> InvokeAsync<TResult>(Tl.ITlMethod<TResult> method, CancellationToken cancellationToken) =>
        InvokeAsync(method, new Route(null, IsFile: false), cancellationToken);

    /// <summary>Invokes a method on a certain data centre; its authorisation is carried over from the home data centre when it is not the home.</summary>
    /// <inheritdoc cref="InvokeAsync{TResult}(Tl.ITlMethod{TResult}, CancellationToken)"/>
    public Task<TResult> InvokeAsync<TResult>(Tl.ITlMethod<TResult> method, int dcId, CancellationToken cancellationToken) =>
        InvokeAsync(method, new Route(dcId, IsFile: false), cancellationToken);

    /// <summary>
    /// Uploads a file in parts, at most 4 MiB of it in memory. At most 4000 parts of 512 KiB.
    /// https://core.telegram.org/api/files#uploading-files
    /// </summary>
    /// <param name="content">Read once, from where it stands; not disposed.</param>
    /// <param name="length">Bytes that will come; null when that is not known.</param>
    /// <param name="fileName">Shown to whoever receives the file.</param>
    /// <returns>What a message refers to it by, on this account and within hours.</returns>
    public Task<Tl.InputFileBase> UploadAsync(Stream content, long? length, string fileName, CancellationToken cancellationToken) =>
        new FileUpload(this, content, length, fileName).RunAsync(cancellationToken);

    /// <summary>
    /// Downloads a file or a piece of it, at most 2 MiB ahead of the reader. https://core.telegram.org/api/files#downloading-files
    /// </summary>
    /// <param name="dcId">The data centre that holds the file.</param>
    /// <param name="offset">Where to begin, in bytes.</param>
    /// <param name="length">How many bytes at most; null for all that follow.</param>
    /// <returns>The bytes in order. Each piece is valid until the next one is asked for.</returns>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> DownloadAsync(
        Tl.InputFileLocationBase location, int dcId, long offset, long? length, CancellationToken cancellationToken) =>
        new FileDownload(this, location, dcId, offset, length).ReadAsync(cancellationToken);

    /// <summary>The proof of a person's password for <c>auth.checkPassword</c>; see <see cref="PasswordCheck.Compute"/>.</summary>
    public Tl.InputCheckPasswordSRP ProvePassword(Tl.Account.Password password, string text) => PasswordCheck.Compute(password, text, options.Random);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => datacenters.DisposeAsync();

    /// <summary>A piece of a file, up or down.</summary>
    internal async Task<TResult> InvokePartAsync<TResult>(Tl.ITlMethod<TResult> method, int? dcId, CancellationToken cancellationToken)
    {
        await options.PartLimit.WaitAsync(cancellationToken);
        try
        {
            return await InvokeAsync(method, new Route(dcId, IsFile: true), cancellationToken);
        }
        finally
        {
            options.PartLimit.Release();
        }
    }

    internal async Task<TResult> InvokeAsync<TResult>(Tl.ITlMethod<TResult> method, Route route, CancellationToken cancellationToken)
    {
        await datacenters.LoadAsync(cancellationToken);
        var budget = new RetryBudget(route.IsFile ? options.FileWaitBudget : isBot ? options.BotWaitBudget : options.UserWaitBudget, route.IsFile);
        var reauthorized = false;
        for (var moves = 0; ;)
        {
            var dc = route.DcId is { } id && id != HomeDc ? await datacenters.GetAsync(id, cancellationToken) : datacenters.Home;
            var session = route.IsFile ? dc.ChooseMedia() : dc == datacenters.Home ? dc.Main : dc.Secondary;
            try
            {
                if (dc != datacenters.Home)
                    await datacenters.CarryAuthorizationAsync(dc, this, cancellationToken);
                var result = await session.InvokeAsync(method, cancellationToken);
                await datacenters.ObserveAsync(result, cancellationToken);
                return result;
            }
            catch (RpcException error) when (error is { Code: 303, Argument: { } target } && moves < MostMoves && !(route.IsFile && route.DcId is not null))
            {
                moves++;
                if (error.Type is "FILE_MIGRATE" or "STATS_MIGRATE")
                    route = route with { DcId = target };
                else
                    await datacenters.MoveHomeAsync(target, cancellationToken);
            }
            catch (RpcException error) when (error.Code == 401 && dc != datacenters.Home && !reauthorized)
            {
                // The other data centre forgot the account: another ticket from home.
                reauthorized = true;
                await dc.SetAuthorizedAsync(false, cancellationToken);
            }
            catch (RpcException error) when (IsAuthorizationLost(error) && dc == datacenters.Home)
            {
                await datacenters.LoseAuthorizationAsync(error, cancellationToken);
                throw;
            }
            catch (RpcException error) when (budget.Wait(error) is { } wait)
            {
                await Task.Delay(wait, options.TimeProvider, cancellationToken);
            }
        }
    }

    // Every 401 but the one that asks for a password means that this key has no user any more.
    private static bool IsAuthorizationLost(RpcException error) =>
        (error.Code == 401 && error.Type != "SESSION_PASSWORD_NEEDED") || error is { Code: 406, Type: "AUTH_KEY_DUPLICATED" };
}
