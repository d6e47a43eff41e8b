using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ServicePackage.Core.Live;
using ServicePackage.Web.Shared;

namespace ServicePackage.Tests.Web.Shared;

/// <summary>A page that reads again when somebody changed what it shows.</summary>
public sealed class WhenChangedTests : IAsyncDisposable
{
    private readonly BunitContext _browser = new();
    private readonly FakeTimeProvider _time = new();
    private readonly LiveFeed _feed = new(NullLogger<LiveFeed>.Instance);
    private int _readings;

    public WhenChangedTests()
    {
        _browser.Services.AddSingleton<TimeProvider>(_time);
        _browser.Services.AddSingleton(_feed);
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    [Fact]
    public void Changes_OfWhatThePageShows_AreOneReading()
    {
        Open();
        _feed.Publish([new Change("Ticket", 7)]);
        _feed.Publish([new Change("Ticket", 8), new Change("Ticket", 7)]);
        Assert.Equal(0, _readings);

        _time.Advance(WhenChanged.Gathering);
        Assert.Equal(1, _readings);
        _feed.Publish([new Change("Ticket", 7)]);
        _time.Advance(WhenChanged.Gathering);
        Assert.Equal(2, _readings);
    }

    [Fact]
    public void Changes_OfSomethingElse_AreNotRead()
    {
        Open();

        _feed.Publish([new Change("Ticket", 8), new Change(Change.Notices, 7)]);
        _time.Advance(WhenChanged.Gathering);

        Assert.Equal(0, _readings);
    }

    [Fact]
    public async Task Changes_AfterThePageWasLeft_AreNotRead()
    {
        Open();
        _feed.Publish([new Change("Ticket", 7)]);

        await _browser.DisposeComponentsAsync();
        _time.Advance(WhenChanged.Gathering);

        Assert.Equal(0, _readings);
    }

    private void Open() => _browser.Render<WhenChanged>(page => page
        .Add(p => p.Concerns, change => change is { Subject: "Ticket", Id: 7 })
        .Add(p => p.Do, EventCallback.Factory.Create(this, () => _readings++)));
}
