using System.Globalization;
using System.Text.Json;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Control;

/// <summary>What people do with bots beside writing: inline queries, web apps, buttons that ask for chats.</summary>
internal sealed class BotActs(SimulatorHost host)
{
    public async Task<InlineQueryResponse> QueryAsync(InlineQueryRequest request, CancellationToken cancellationToken)
    {
        var person = ActingPerson.Of(host, request.From);
        var results = await person.CallAsync(
            new Tl.Messages.GetInlineBotResults
            {
                Bot = person.User(request.Bot),
                Peer = person.Peer(Chat(request.Chat, request.Bot)),
                GeoPoint = request is { Latitude: { } latitude, Longitude: { } longitude } ? new Tl.InputGeoPoint { Lat = latitude, Long = longitude } : null,
                Query = request.Query,
                Offset = request.Offset ?? "",
            },
            cancellationToken);
        return new InlineQueryResponse(
            results.QueryId.ToString(CultureInfo.InvariantCulture),
            [.. results.Results.Select(View)],
            results.NextOffset,
            results.CacheTime,
            results.Gallery,
            results.SwitchPm?.Text ?? results.SwitchWebview?.Text,
            results.SwitchPm?.StartParam ?? results.SwitchWebview?.Url);
    }

    public async Task<SendMessageResponse> ChooseAsync(ChooseResultRequest request, CancellationToken cancellationToken)
    {
        var person = ActingPerson.Of(host, request.From);
        return await SendAsync(person, host.Chat(request.Chat), Number(request.QueryId), request.ResultId, cancellationToken);
    }

    public async Task<SendMessageResponse> SendPreparedAsync(PreparedMessageRequest request, CancellationToken cancellationToken)
    {
        var person = ActingPerson.Of(host, request.From);
        var prepared = await person.CallAsync(new Tl.Messages.GetPreparedInlineMessage { Bot = person.User(request.Bot), Id = request.Id }, cancellationToken);
        return await SendAsync(person, host.Chat(request.Chat), prepared.QueryId, View(prepared.Result).Id, cancellationToken);
    }

    public async Task<OpenWebAppResponse> OpenAsync(OpenWebAppRequest request, CancellationToken cancellationToken)
    {
        var person = ActingPerson.Of(host, request.From);
        var view = await person.CallAsync(
            new Tl.Messages.RequestWebView { Peer = person.Peer(Chat(request.Chat, request.Bot)), Bot = person.User(request.Bot), Platform = "simulator" },
            cancellationToken);
        return new OpenWebAppResponse(view.QueryId!.Value.ToString(CultureInfo.InvariantCulture), view.Url);
    }

    public async Task<SendMessageResponse> SendDataAsync(WebAppDataRequest request, CancellationToken cancellationToken)
    {
        var person = ActingPerson.Of(host, request.From);
        var updates = await person.CallAsync(
            new Tl.Messages.SendWebViewData { Bot = person.User(request.Bot), RandomId = ActingPerson.NewRandomId(), ButtonText = request.ButtonText, Data = request.Data },
            cancellationToken);
        return person.Sent(PeerKey.User(request.Bot), updates);
    }

    public async Task<SendMessageResponse> ShareAsync(ShareChatsRequest request, CancellationToken cancellationToken)
    {
        var person = ActingPerson.Of(host, request.From);
        var bot = PeerKey.User(request.Bot);
        var updates = await person.CallAsync(
            new Tl.Messages.SendBotRequestedPeer
            {
                Peer = person.Peer(bot),
                MsgId = request.MessageId is { } id ? person.Message(bot, id).Id : null,
                WebappReqId = request.PreparedButtonId,
                ButtonId = request.RequestId,
                RequestedPeers = [.. request.Chats.Select(chat => person.Peer(host.Chat(chat)))],
            },
            cancellationToken);
        return person.Sent(bot, updates);
    }

    private static async Task<SendMessageResponse> SendAsync(ActingPerson person, PeerKey chat, long queryId, string resultId, CancellationToken cancellationToken)
    {
        var updates = await person.CallAsync(
            new Tl.Messages.SendInlineBotResult { Peer = person.Peer(chat), RandomId = ActingPerson.NewRandomId(), QueryId = queryId, Id = resultId },
            cancellationToken);
        return person.Sent(chat, updates);
    }

    private static long Number(string queryId) =>
        long.TryParse(queryId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw ControlException.Bad("A query_id is a number as text.");

    private static InlineResultView View(Tl.BotInlineResultBase result) => result switch
    {
        Tl.BotInlineResult it => new InlineResultView(it.Id, it.Type, it.Title, it.Description),
        Tl.BotInlineMediaResult it => new InlineResultView(it.Id, it.Type, it.Title, it.Description),
        _ => throw new ArgumentException($"{result.GetType().Name} is no inline result.", nameof(result)),
    };

    private PeerKey Chat(JsonElement? chat, long bot) => chat is { } named ? host.Chat(named) : PeerKey.User(bot);
}
