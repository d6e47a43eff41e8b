using Microsoft.AspNetCore.Components;
using ServicePackage.Core.Live;

namespace ServicePackage.Web.Shared;

/// <summary>
/// Reads a page again when somebody changed what it shows, the town's clock was set forward, or the day turned; many changes at once are one reading.
/// <code>&lt;WhenChanged Concerns="c => c.Subject == nameof(Ticket)" Do="LoadAsync" /&gt;</code>
/// </summary>
public sealed class WhenChanged : ComponentBase, IDisposable
{
    /// <summary>How long changes are gathered before the page reads again.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(250);

    private IDisposable? _subscription;
    private ITimer? _timer;
    private int _waiting;

    [Inject]
    private LiveFeed Feed { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <summary>Which changes matter to the page.</summary>
    [Parameter, EditorRequired]
    public Func<Change, bool> Concerns { get; set; } = null!;

    /// <summary>Reads again.</summary>
    [Parameter, EditorRequired]
    public EventCallback Do { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _subscription?.Dispose();
        _timer?.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _timer = Time.CreateTimer(_ => _ = TellAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _subscription = Feed.Subscribe(Hear);
        }
    }

    private void Hear(IReadOnlyCollection<Change> changes)
    {
        if (changes.Any(c => c.Subject == Change.Clock || Concerns(c)) && Interlocked.Exchange(ref _waiting, 1) == 0)
        {
            _timer?.Change(Gathering, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task TellAsync()
    {
        Interlocked.Exchange(ref _waiting, 0);
        try
        {
            await InvokeAsync(Do.InvokeAsync);
        }
        catch (ObjectDisposedException)
        {
            // The page was left while the changes were gathered.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }
}
