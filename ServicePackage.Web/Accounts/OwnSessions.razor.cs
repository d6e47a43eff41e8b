using Microsoft.AspNetCore.Components;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;

namespace ServicePackage.Web.Accounts;

/// <summary>The reader's own sessions, on the page of the password.</summary>
public sealed partial class OwnSessions
{
    private IReadOnlyList<SessionRow> _sessions = [];
    private Refusal? _refusal;
    private int? _ended;

    [Inject]
    private AccountSessions Desk { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "sessions")]
    private SessionsForm Sessions { get; set; } = null!;

    private Caller? Caller => SignedIn.CallerOf(Context.User);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Sessions ??= new SessionsForm();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        if (Caller is { } caller && await Desk.ListAsync(caller, caller.AccountId, Context.RequestAborted) is { Done: true } outcome)
        {
            _sessions = outcome.Value;
        }
    }

    private async Task EndAsync()
    {
        if (Caller is not { } caller)
        {
            _refusal = Refusal.SignedOut;
            return;
        }

        if (Guid.TryParse(Sessions.Which, out var one))
        {
            var outcome = await Desk.EndAsync(caller, Sessions.CommandId, caller.AccountId, one, Context.RequestAborted);
            (_refusal, _ended) = (outcome.Refusal, outcome.Done ? 1 : null);
        }
        else
        {
            var outcome = await Desk.EndAllAsync(caller, Sessions.CommandId, caller.AccountId, Context.RequestAborted);
            (_refusal, _ended) = (outcome.Refusal, outcome.Done ? outcome.Value : null);
        }

        await LoadAsync();
    }
}

/// <summary>What the form of the sessions gives.</summary>
public sealed class SessionsForm
{
    /// <summary>The command's id, so that a double click is one act.</summary>
    public Guid CommandId { get; set; }

    /// <summary>The session to end; anything else is every other one.</summary>
    public string? Which { get; set; }
}
