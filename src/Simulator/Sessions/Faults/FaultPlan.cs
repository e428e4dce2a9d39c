namespace TelegramRest.Simulator.Sessions.Faults;

/// <summary>The faults that wait to happen. Rules of one kind strike in the order in which they were added.</summary>
public sealed class FaultPlan
{
    private readonly Lock _lock = new();
    private readonly List<Pending> _rules = [];
    private volatile bool _empty = true;

    public void Add(FaultRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.Times == 0)
            return;
        lock (_lock)
        {
            _rules.Add(new Pending(rule));
            _empty = false;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _rules.Clear();
            _empty = true;
        }
    }

    /// <summary>The rule that strikes now, used up by one; null almost always.</summary>
    internal FaultRule? Take(FaultKind kind, long? userId, string? method = null)
    {
        if (_empty)
            return null;
        lock (_lock)
        {
            var index = _rules.FindIndex(pending => pending.Matches(kind, userId, method));
            if (index < 0)
                return null;
            var pending = _rules[index];
            if (pending.Left > 0 && --pending.Left == 0)
            {
                _rules.RemoveAt(index);
                _empty = _rules.Count == 0;
            }
            return pending.Rule;
        }
    }

    private sealed class Pending(FaultRule rule)
    {
        public FaultRule Rule => rule;

        public int Left { get; set; } = rule.Times;

        public bool Matches(FaultKind kind, long? userId, string? method) =>
            rule.Kind == kind
            && (rule.UserId is null || rule.UserId == userId)
            && (rule.Method is null || string.Equals(rule.Method, method, StringComparison.OrdinalIgnoreCase));
    }
}
