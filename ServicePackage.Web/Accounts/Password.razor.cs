using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;

namespace ServicePackage.Web.Accounts;

/// <summary>Changes one's own password; the first one, set by somebody else, before anything else can be done.</summary>
public sealed partial class Password
{
    private Refusal? _refusal;

    [Inject]
    private PasswordService Passwords { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [SupplyParameterFromForm]
    private PasswordForm Form { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "expired")]
    private string? Expired { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized() => Form ??= new PasswordForm { CommandId = Guid.NewGuid() };

    private async Task SubmitAsync()
    {
        if (SignedIn.CallerOf(Context.User) is not { SessionId: { } session } caller)
        {
            _refusal = Refusal.SignedOut;
            return;
        }

        var input = new ChangePasswordInput(Form.Current, Form.Wanted, Form.Repeated);
        var outcome = await Passwords.ChangeAsync(caller, Form.CommandId, input, Context.RequestAborted);
        if (outcome.Done)
        {
            await Context.SignInAsync(SignedIn.Principal(caller.AccountId, session, mustChangePassword: false));
            Navigation.NavigateTo(Addresses.Home);
        }

        _refusal = outcome.Refusal;
    }
}

/// <summary>What the password form gives.</summary>
public sealed class PasswordForm
{
    /// <summary>The command's id, so that a double click is one change.</summary>
    public Guid CommandId { get; set; }

    /// <summary>The password in use.</summary>
    public string? Current { get; set; }

    /// <summary>The one to come.</summary>
    public string? Wanted { get; set; }

    /// <summary>Typed again.</summary>
    public string? Repeated { get; set; }
}
