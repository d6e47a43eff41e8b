using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ServicePackage.Web.Accounts;

namespace ServicePackage.Tests.Web.Accounts;

public sealed class SignInThrottleTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly SignInThrottle _throttle;

    public SignInThrottleTests() => _throttle = new SignInThrottle(Options.Create(new SignInSettings()), _time);

    [Fact]
    public void Begin_AfterFiveFailuresForOneName_IsRefusedForAMinute()
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.NotNull(_throttle.Begin($"10.0.0.{i}", "WANGMIN"));
        }

        Assert.Null(_throttle.Begin("10.0.0.9", "WANGMIN"));
        Assert.NotNull(_throttle.Begin("10.0.0.9", "LIGONG"));
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.NotNull(_throttle.Begin("10.0.0.9", "WANGMIN"));
    }

    [Fact]
    public void Begin_AfterTenFailuresFromOneAddress_IsRefused()
    {
        for (var i = 0; i < 10; i++)
        {
            Assert.NotNull(_throttle.Begin("10.0.0.1", $"USER{i}"));
        }

        Assert.Null(_throttle.Begin("10.0.0.1", "USER99"));
        Assert.NotNull(_throttle.Begin("10.0.0.2", "USER99"));
    }

    [Fact]
    public void Begin_AfterSuccesses_IsNotRefused()
    {
        for (var i = 0; i < 50; i++)
        {
            var attempt = _throttle.Begin("10.0.0.1", "WANGMIN");
            Assert.NotNull(attempt);
            attempt.Succeeded();
        }
    }

    [Fact]
    public void Begin_ByManyAtOnce_LetsInNoMoreThanTheLimit()
    {
        var let = 0;
        Parallel.For(0, 100, _ =>
        {
            if (_throttle.Begin("10.0.0.1", "WANGMIN") is not null)
            {
                Interlocked.Increment(ref let);
            }
        });

        Assert.Equal(5, let);
    }
}
