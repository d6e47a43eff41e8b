namespace ServicePackage.Core.Demo;

/// <summary>The time in which the demo town lives while it is being filled: it stands still until it is moved on, and never goes back.</summary>
internal sealed class DemoTime(DateTime begin) : TimeProvider
{
    private DateTime _now = begin;

    public override DateTimeOffset GetUtcNow() => new(_now);

    public void GoTo(DateTime instant) => _now = instant > _now ? instant : _now;
}
