using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;
using ServicePackage.Web.Accounts;

namespace ServicePackage.Web.Layout;

/// <summary>
/// The frame around every page. Pages take the signed-in person as <c>[CascadingParameter] public required Me Me</c>
/// and pass <c>Me.Caller</c> to the domain.
/// </summary>
public sealed partial class MainLayout
{
    private Appearance _appearance = new();
    private bool _drawerOpen;
    private bool _known;
    private bool _leaving;
    private PageErrorBoundary? _boundary;

    /// <summary>
    /// Who was read first, kept from prerendering. Read once: the framework sets it again to what was first kept whenever the frame gets its
    /// parameters, at each change of page.
    /// </summary>
    [PersistentState]
    public Me? Kept { get; set; }

    /// <summary>The signed-in person; null on pages open to everybody.</summary>
    private Me? Me { get; set; }

    [Inject]
    private ILogger<MainLayout> Logger { get; set; } = null!;

    [CascadingParameter]
    private Appearance? Shown { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    private IReadOnlyList<NavigationEntry> NavigationEntries => Me is null ? [] : Layout.Navigation.For(Me);

    /// <summary>The word of an entry in the bar at the foot of a phone, where there is room for one.</summary>
    private string ShortName(NavigationEntry entry) => T[$"Nav.{entry.Key}.Short"] is { ResourceNotFound: false } name ? name : T[$"Nav.{entry.Key}"];

    private string Here => "/" + Navigation.ToBaseRelativePath(Navigation.Uri);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _appearance = Shown ?? _appearance;
        Navigation.LocationChanged += OnLocationChanged;
        Me = Kept;
        if (Me is null)
        {
            await ReadMeAsync();
            Kept = Me;
        }

        _known = !_leaving; // before that, pages would be drawn for nobody
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Browser.InvokeVoidAsync("servicePackage.ready");
        }
    }

    /// <summary>The address that an entry lights up for: its own, and those below it but where others lie there.</summary>
    public static NavLinkMatch Match(NavigationEntry entry) =>
        entry.Address is Addresses.Home or Addresses.Tickets or Addresses.OwnEnterprise or Addresses.Policies or Addresses.Services ? NavLinkMatch.All : NavLinkMatch.Prefix;

    /// <inheritdoc/>
    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;

    /// <summary>
    /// Reads the person anew. What says the same is not put in its place, so that pages are not given their parameters again without need;
    /// whoever is signed in no longer goes to the sign-in page, which leads back here.
    /// </summary>
    private async Task ReadMeAsync()
    {
        var state = await Authentication;
        if (SignedIn.CallerOf(state.User) is not { } caller)
        {
            return;
        }

        var outcome = await People.ReadAsync(caller);
        if (outcome.Refusal is { } trouble && trouble != Refusal.SignedOut)
        {
            Me = Me ?? throw new StorageException(trouble); // the error page, where nothing was read before
        }
        else if (outcome.Refusal is not null)
        {
            _leaving = true;
            Navigation.NavigateTo(Addresses.SignInTo(Here, SessionEnd.Elsewhere), forceLoad: true);
        }
        else if (!outcome.Value.Equals(Me))
        {
            Me = outcome.Value;
        }
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(ShowNextPageAsync);

    /// <summary>A new page: the drawer closes, a failed page is forgotten, the name and the count of notices are read again.</summary>
    private async Task ShowNextPageAsync()
    {
        try
        {
            _drawerOpen = false;
            _boundary?.Recover();
            await ReadMeAsync();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Logger.LogError(exception, "Who is signed in could not be read anew; what was read before stands.");
        }

        StateHasChanged();
    }

    private async Task ShowDarkAsync(bool dark)
    {
        _appearance = _appearance with { Dark = dark };
        await Browser.InvokeVoidAsync("servicePackage.remember", Appearance.ThemeCookie, _appearance.Theme);
    }

    private async Task NarrowRailAsync(bool narrow)
    {
        _appearance = _appearance with { NarrowRail = narrow };
        await Browser.InvokeVoidAsync("servicePackage.remember", Appearance.RailCookie, narrow ? Appearance.NarrowRailValue : "");
    }
}
