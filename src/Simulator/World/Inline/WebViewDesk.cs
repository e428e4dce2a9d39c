using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Inline;

/// <summary>Opened web apps that can send one message in the name of whoever opened them, and buttons prepared for a person (https://core.telegram.org/api/bots/webapps).</summary>
internal sealed class WebViewDesk(SimulatorWorld world)
{
    private const int LifeSeconds = 3600;

    private readonly Dictionary<long, OpenWebView> _open = [];
    private readonly Dictionary<string, PreparedButton> _buttons = new(StringComparer.Ordinal);

    public OpenWebView Open(Account person, Account bot, PeerKey chat)
    {
        var view = new OpenWebView(BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) & long.MaxValue, bot.Id, person.Id, chat, world.Clock.Now + LifeSeconds);
        return _open[view.QueryId] = view;
    }

    /// <summary>Takes the query: it is answered once.</summary>
    /// <exception cref="RpcError">QUERY_ID_INVALID.</exception>
    public OpenWebView Take(Account bot, string queryId)
    {
        if (long.TryParse(queryId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && _open.TryGetValue(id, out var view) && view.BotId == bot.Id && view.ExpiresAt > world.Clock.Now)
        {
            _open.Remove(id);
            return view;
        }

        throw new RpcError(400, "QUERY_ID_INVALID");
    }

    /// <summary>Keeps a button for a person who may press it in a web app.</summary>
    /// <returns>The name by which it is asked for.</returns>
    public string Prepare(Account bot, Account person, Tl.KeyboardButtonBase button)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        _buttons[id] = new PreparedButton(bot.Id, person.Id, button);
        return id;
    }

    public Tl.KeyboardButtonBase? Prepared(Account bot, Account person, string id) =>
        _buttons.TryGetValue(id, out var prepared) && prepared.BotId == bot.Id && prepared.UserId == person.Id ? prepared.Button : null;
}
