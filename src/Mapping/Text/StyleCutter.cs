namespace TelegramRest.Mapping.Text;

/// <summary>
/// Cuts bold, italic, underline, strikethrough and spoiler so that they nest with each other and with all other entities.
/// Pieces of one style that touch are joined; every piece ends where another entity, or another style, begins.
/// Inside code and dates nothing is kept.
/// </summary>
internal sealed class StyleCutter
{
    private readonly List<TextEntity> _styles;
    private readonly List<TextEntity> _pieces = [];
    private readonly int[] _begin = new int[EntityKinds.StyleCount];
    private readonly int[] _end = new int[EntityKinds.StyleCount];
    private int _next;

    private StyleCutter(List<TextEntity> styles) => _styles = styles;

    /// <param name="styles">In order.</param>
    /// <param name="others">In order, properly nested.</param>
    public static List<TextEntity> Cut(List<TextEntity> styles, List<TextEntity> others)
    {
        var cutter = new StyleCutter(styles);
        var containers = new Stack<TextEntity>();
        foreach (var other in others)
        {
            cutter.AdvanceTo(other.Offset, containers);
            containers.Push(other);
        }

        cutter.AdvanceTo(int.MaxValue, containers);
        return cutter._pieces;
    }

    private void AdvanceTo(int offset, Stack<TextEntity> containers)
    {
        while (containers.TryPeek(out var container) && container.End <= offset)
        {
            var kept = _pieces.Count;
            EmitUpTo(container.End);
            if (EntityKinds.IsVerbatim(container.Type))
                _pieces.RemoveRange(kept, _pieces.Count - kept);
            containers.Pop();
        }

        EmitUpTo(offset);
    }

    private void EmitUpTo(int offset)
    {
        for (; _next < _styles.Count && _styles[_next].Offset < offset; _next++)
        {
            var style = _styles[_next];
            var index = EntityKinds.StyleIndex(style.Type);
            if (_end[index] != 0 && style.Offset <= _end[index])
            {
                _end[index] = Math.Max(_end[index], style.End);
                continue;
            }

            Flush(style.Offset);
            _begin[index] = style.Offset;
            _end[index] = style.End;
        }

        Flush(offset);
    }

    private void Flush(int offset)
    {
        for (var i = 0; i < EntityKinds.StyleCount; i++)
        {
            if (_end[i] == 0 || _begin[i] >= offset)
                continue;

            var end = Math.Min(_end[i], offset);
            _pieces.Add(new TextEntity(EntityKinds.Style(i), _begin[i], end - _begin[i]));
            _begin[i] = end;
            if (end == _end[i])
                _end[i] = 0;
        }
    }
}
