using TelegramRest.Accounts.Queue;
using TelegramRest.BotApi;

namespace TelegramRest.Tests.Unit.Accounts.Queue;

public sealed class UpdateQueueTests : IAsyncLifetime
{
    private readonly QueueFixture fixture = new();

    [Fact]
    public async Task First_id_is_random_and_the_rest_follow_without_gaps()
    {
        var first = await fixture.AddAsync(3);

        Assert.InRange(first, 2_000_001, 1_000_000_000);
        Assert.Equal([first, first + 1, first + 2], await fixture.GetAsync());
    }

    [Fact]
    public async Task Json_goes_out_with_its_id_first()
    {
        var first = await fixture.AddAsync(1, "hi");

        var json = Assert.Single(await fixture.Polling.GetAsync(0, 100, 0, null, CancellationToken.None));

        Assert.Equal($"{{\"update_id\":{first},\"message\":{{\"text\":\"hi0\"}}}}", System.Text.Encoding.UTF8.GetString(json.Span));
    }

    [Fact]
    public async Task Offset_zero_confirms_nothing()
    {
        await fixture.AddAsync(2);

        Assert.Equal(2, (await fixture.GetAsync()).Count);
        Assert.Equal(2, (await fixture.GetAsync()).Count);
    }

    [Fact]
    public async Task Positive_offset_confirms_what_is_below_it()
    {
        var first = await fixture.AddAsync(3);

        Assert.Equal([first + 2], await fixture.GetAsync(first + 2));
        Assert.Equal([first + 2], await fixture.GetAsync());
        Assert.Equal(1, fixture.Queue.PendingCount);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 0)]
    [InlineData(11, 2)]
    public async Task Offset_up_to_ten_beyond_the_end_confirms_everything(int beyond, int left)
    {
        var first = await fixture.AddAsync(2);

        var answer = await fixture.GetAsync(first + 2 + beyond);

        Assert.Equal(left, answer.Count);
        Assert.Equal(left, fixture.Queue.PendingCount);
    }

    [Fact]
    public async Task Offset_far_in_the_past_confirms_nothing()
    {
        var first = await fixture.AddAsync(2);

        Assert.Equal([first, first + 1], await fixture.GetAsync(first - 100_001));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(-2, 2)]
    [InlineData(-50, 3)]
    [InlineData(int.MinValue, 3)]
    public async Task Negative_offset_keeps_the_last_ones_only(int offset, int left)
    {
        var first = await fixture.AddAsync(3);

        Assert.Equal(Enumerable.Range(first + 3 - left, left), await fixture.GetAsync(offset));
        Assert.Equal(left, fixture.Queue.PendingCount);
    }

    [Theory]
    [InlineData(-3, 1)]
    [InlineData(0, 1)]
    [InlineData(2, 2)]
    [InlineData(500, 100)]
    public async Task Limit_is_clamped(int limit, int expected)
    {
        await fixture.AddAsync(150);

        Assert.Equal(expected, (await fixture.GetAsync(limit: limit)).Count);
    }

    [Fact]
    public async Task A_batch_ends_at_about_four_mebibytes()
    {
        await fixture.AddAsync(12, new string('x', 500_000));

        // Nine updates leave the budget just above nothing; the tenth is not begun.
        Assert.Equal(9, (await fixture.GetAsync()).Count);
    }

    [Fact]
    public async Task An_oversized_update_is_dropped()
    {
        await fixture.AddAsync(1, new string('x', 524_288));

        Assert.Equal(0, fixture.Queue.PendingCount);
        Assert.Equal(1, fixture.Queue.DroppedCount);
    }

    [Fact]
    public async Task Expired_updates_are_gone_and_ids_go_on()
    {
        var first = await fixture.AddAsync(2, lifetime: 30);
        await fixture.AddAsync(1);
        fixture.Time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal([first + 2], await fixture.GetAsync());
        Assert.Equal(1, fixture.Queue.PendingCount);
    }

    [Fact]
    public async Task Ids_and_updates_survive_a_restart()
    {
        var first = await fixture.AddAsync(3);
        await fixture.GetAsync(first + 1);
        await fixture.Store.FlushAsync();

        var reopened = fixture.Open();

        Assert.Equal([first + 1, first + 2], await fixture.GetAsync(queue: reopened));
        Assert.Equal(first + 3, await fixture.AddAsync(1, queue: reopened));
    }

    [Fact]
    public async Task An_emptied_queue_keeps_its_counter()
    {
        var first = await fixture.AddAsync(2);
        await fixture.GetAsync(first + 2);
        await fixture.Store.FlushAsync();

        Assert.Equal(first + 2, await fixture.AddAsync(1, queue: fixture.Open()));
    }

    [Fact]
    public async Task A_backlog_beyond_memory_comes_from_the_store()
    {
        var first = await fixture.AddAsync(2_000, new string('y', 1_000));

        Assert.Equal(Enumerable.Range(first + 1_500, 100), await fixture.GetAsync(first + 1_500));
    }

    [Fact]
    public async Task Dropping_clears_the_queue_and_keeps_the_counter()
    {
        var first = await fixture.AddAsync(2);
        await fixture.Queue.ClearAsync();

        Assert.Equal(0, fixture.Queue.PendingCount);
        Assert.Equal(first + 2, await fixture.AddAsync(1));
    }

    [Fact]
    public async Task A_waiting_poll_is_woken_by_an_update()
    {
        var poll = fixture.Polling.GetAsync(0, 100, 50, null, CancellationToken.None);
        Assert.False(poll.IsCompleted);

        var first = await fixture.AddAsync(1);
        await Turn(poll);

        Assert.Equal([first], QueueFixture.Ids(await poll));
    }

    [Fact]
    public async Task A_waiting_poll_ends_empty_at_its_timeout()
    {
        var poll = fixture.Polling.GetAsync(0, 100, 20, null, CancellationToken.None);
        fixture.Time.Advance(TimeSpan.FromSeconds(19));
        Assert.False(poll.IsCompleted);

        fixture.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Empty(await poll);
    }

    [Fact]
    public async Task A_second_waiting_poll_evicts_the_first()
    {
        var first = fixture.Polling.GetAsync(0, 100, 50, null, CancellationToken.None);
        var second = fixture.Polling.GetAsync(1, 100, 50, null, CancellationToken.None);

        var error = await Assert.ThrowsAsync<BotApiException>(() => first);

        Assert.Equal(409, error.Code);
        Assert.Equal("Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", error.Description);
        Assert.False(second.IsCompleted);
    }

    [Fact]
    public async Task A_poll_that_need_not_wait_evicts_nobody()
    {
        var waiting = fixture.Polling.GetAsync(0, 100, 50, null, CancellationToken.None);

        Assert.Empty(await fixture.Polling.GetAsync(1, 100, 0, null, CancellationToken.None));
        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public async Task Conflicts_that_follow_within_three_seconds_are_held_back()
    {
        var first = fixture.Polling.GetAsync(1, 100, 50, null, CancellationToken.None);
        var second = fixture.Polling.GetAsync(2, 100, 50, null, CancellationToken.None);
        await Assert.ThrowsAsync<BotApiException>(() => first);
        _ = fixture.Polling.GetAsync(3, 100, 50, null, CancellationToken.None);

        await Task.Yield();
        Assert.False(second.IsCompleted);
        await Assert.ThrowsAsync<BotApiException>(() => Turn(second, TimeSpan.FromSeconds(3)));
    }

    [Fact]
    public async Task The_same_offset_at_once_waits_three_seconds_and_gets_one_update()
    {
        Assert.Empty(await fixture.Polling.GetAsync(0, 100, 0, null, CancellationToken.None));
        var again = fixture.Polling.GetAsync(0, 100, 0, null, CancellationToken.None);
        Assert.False(again.IsCompleted);

        await fixture.AddAsync(3);
        await Turn(again);

        Assert.Single(await again);
    }

    [Fact]
    public async Task An_active_webhook_refuses_polls()
    {
        fixture.Polling.HasWebhook = true;

        var error = await Assert.ThrowsAsync<BotApiException>(() => fixture.Polling.GetAsync(0, 100, 0, null, CancellationToken.None));

        Assert.Equal("Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first", error.Description);
    }

    [Fact]
    public async Task Closing_answers_the_waiting_poll_with_what_there_is()
    {
        var poll = fixture.Polling.GetAsync(0, 100, 50, null, CancellationToken.None);

        fixture.Polling.Close();

        Assert.Empty(await poll);
    }

    [Fact]
    public async Task A_caller_that_goes_away_frees_its_place()
    {
        using var gone = new CancellationTokenSource();
        var poll = fixture.Polling.GetAsync(0, 100, 50, null, gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);

        var first = await fixture.AddAsync(1);

        Assert.Equal([first], await fixture.GetAsync());
    }

    [Fact]
    public async Task Confirmed_one_by_one_in_any_order()
    {
        var first = await fixture.AddAsync(3);
        await fixture.Queue.ConfirmOneAsync(first + 1);

        Assert.Equal([first, first + 2], fixture.Queue.Read(0, 10).Select(update => update.Id));
        Assert.Equal([first + 2], fixture.Queue.Read(first + 1, 10).Select(update => update.Id));
    }

    [Fact]
    public void Allowed_updates_stick_and_unknown_names_restore_the_default()
    {
        var allowed = fixture.Allowed;
        Assert.True(allowed.Contains("message"));
        Assert.False(allowed.Contains("chat_member"));

        allowed.Set(["Chat_Member", "nonsense"]);
        Assert.True(allowed.Contains("chat_member"));
        Assert.False(allowed.Contains("message"));
        Assert.Equal(["chat_member"], allowed.Chosen!);
        Assert.Equal(1 << 14, fixture.SavedMask);

        allowed.Set([]);
        Assert.True(allowed.Contains("message"));
        Assert.Null(allowed.Chosen);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => fixture.DisposeAsync().AsTask();

    /// <summary>Turns the clock until the task is done: continuations run on other threads.</summary>
    private async Task Turn(Task task, TimeSpan? step = null)
    {
        while (!task.IsCompleted)
        {
            fixture.Time.Advance(step ?? TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        await task;
    }
}
