using TelegramRest.Accounts.Updates;

namespace TelegramRest.Accounts.Storage;

/// <summary>How far the account's update sequences have been applied.</summary>
internal static class StateTable
{
    public static UpdateState? Find(SqlSession session, long accountId) => session.First(
        "SELECT pts, qts, date, seq FROM update_state WHERE account_id = $1",
        row => new UpdateState(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3)),
        accountId);

    public static void Put(SqlSession session, long accountId, UpdateState state) => session.Execute(
        """
        INSERT INTO update_state (account_id, pts, qts, date, seq) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (account_id) DO UPDATE SET pts = excluded.pts, qts = excluded.qts, date = excluded.date, seq = excluded.seq
        """,
        accountId, state.Pts, state.Qts, state.Date, state.Seq);

    public static List<(long ChannelId, int Pts)> Channels(SqlSession session, long accountId) => session.Query(
        "SELECT channel_id, pts FROM channel_state WHERE account_id = $1", row => (row.GetInt64(0), row.GetInt32(1)), accountId);

    public static void PutChannel(SqlSession session, long accountId, long channelId, int pts) => session.Execute(
        """
        INSERT INTO channel_state (account_id, channel_id, pts) VALUES ($1, $2, $3)
        ON CONFLICT (account_id, channel_id) DO UPDATE SET pts = excluded.pts
        """,
        accountId, channelId, pts);

    public static void DeleteChannel(SqlSession session, long accountId, long channelId) =>
        session.Execute("DELETE FROM channel_state WHERE account_id = $1 AND channel_id = $2", accountId, channelId);
}
