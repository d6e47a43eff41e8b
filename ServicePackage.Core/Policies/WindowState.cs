namespace ServicePackage.Core.Policies;

/// <summary>How a clause can be applied for on a day.</summary>
public enum WindowState
{
    /// <summary>It can.</summary>
    Open,

    /// <summary>Not yet.</summary>
    ToCome,

    /// <summary>When is not announced.</summary>
    ToBeAnnounced,

    /// <summary>No longer.</summary>
    Closed,

    /// <summary>Nothing is said of it.</summary>
    NotSaid,
}

/// <summary>A window of a clause, as it is shown.</summary>
/// <param name="Kind">Of which sort.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
public sealed record WindowView(WindowKind Kind, DateOnly? From, DateOnly? Until)
{
    /// <summary>How it stands on a day (Shanghai).</summary>
    public WindowState StateOn(DateOnly day)
    {
        var row = new ClauseWindow { Kind = Kind, From = From, Until = Until };
        return PolicyScopes.IsOpen.Holds(row, day) ? WindowState.Open
            : PolicyScopes.IsToCome.Holds(row, day) ? WindowState.ToCome
            : Kind == WindowKind.ToBeAnnounced ? WindowState.ToBeAnnounced
            : WindowState.Closed;
    }
}

/// <summary>All windows of a clause together.</summary>
public static class WindowsOfAClause
{
    /// <summary>How the clause stands on a day: as the best of its windows.</summary>
    public static WindowState StateOn(this IReadOnlyList<WindowView> windows, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(windows);
        return windows.Count == 0 ? WindowState.NotSaid : windows.Min(w => w.StateOn(day));
    }

    /// <summary>The one that says most on a day: the open one that closes first, the next to come, the last that closed; null without any.</summary>
    public static WindowView? Telling(this IReadOnlyList<WindowView> windows, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(windows);
        var state = windows.StateOn(day);
        var same = windows.Where(w => w.StateOn(day) == state);
        return state == WindowState.Closed ? same.MaxBy(w => w.Until)
            : state == WindowState.ToCome ? same.MinBy(w => w.From)
            : same.MinBy(w => w.Until ?? DateOnly.MaxValue);
    }
}
