using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;
using ServicePackage.Web.Layout;
using ServicePackage.Web.Shared;

namespace ServicePackage.Web.Accounts;

/// <summary>Signs in by a plain form; a Development run offers the accounts of its demo town.</summary>
public sealed partial class SignIn
{
    private IReadOnlyList<DemoAccount> _demo = [];
    private SignInAnswer? _answer;
    private Refusal? _trouble;

    [Inject]
    private SignInDesk Desk { get; set; } = null!;

    [Inject]
    private DemoAccounts Demo { get; set; } = null!;

    [Inject]
    private IWebHostEnvironment Environment { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [SupplyParameterFromForm]
    private SignInForm Form { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "returnUrl")]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery(Name = "expired")]
    private string? Expired { get; set; }

    [SupplyParameterFromQuery(Name = "ended")]
    private string? Ended { get; set; }

    private string Here => Addresses.SignInTo(ReturnUrl);

    private string? Sentence => _trouble is { } trouble ? T.Line(trouble) : _answer switch
    {
        SignInAnswer.Wrong => T["SignIn.Wrong"].Value,
        SignInAnswer.TooMany => T["SignIn.TooMany"].Value,
        _ when ListAddress.Named<SessionEnd>(Ended) is { } why => T[$"SignIn.Ended.{why}"].Value,
        _ => Expired is null ? null : T["SignIn.Expired"].Value,
    };

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Form ??= new SignInForm();
        if (HttpMethods.IsGet(Context.Request.Method) && SignedIn.CallerOf(Context.User) is not null)
        {
            Navigation.NavigateTo(Addresses.Local(ReturnUrl));
            return;
        }

        // The cookie goes; why its session ended stands in the address, so that it can be read in the other language as well.
        if (HttpMethods.IsGet(Context.Request.Method) && await EndedSession.OfAsync(Context) is { } why)
        {
            await Context.SignOutAsync();
            if (Ended != why.ToString())
            {
                Navigation.NavigateTo(Addresses.SignInTo(ReturnUrl, why));
                return;
            }
        }

        if (Environment.IsDevelopment())
        {
            _demo = await Demo.ListAsync(Context.RequestAborted);
        }
    }

    private async Task SubmitAsync()
    {
        var outcome = await Desk.SignInAsync(Context, Form.UserName ?? "", Form.Password ?? "");
        _trouble = outcome.Refusal;
        _answer = outcome.Done ? outcome.Value : null;
        if (_answer is SignInAnswer.Welcome or SignInAnswer.FirstPassword)
        {
            Navigation.NavigateTo(_answer == SignInAnswer.FirstPassword ? Addresses.Password : Addresses.Local(ReturnUrl));
        }
        else if (_answer == SignInAnswer.TooMany)
        {
            Context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Context.Response.Headers.RetryAfter = "60";
        }
        else if (_trouble is not null)
        {
            Context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private static IEnumerable<string> Lines(DemoAccount account) =>
        (account.EnterpriseName is { } enterprise ? [enterprise] : Array.Empty<string>())
            .Concat(account.Posts.Select(p => $"{(Languages.IsChinese || p.OrganisationEnglishName.Length == 0 ? p.OrganisationName : p.OrganisationEnglishName)} · {Wording.Name(p.Kind)}"));
}

/// <summary>What the sign-in form gives.</summary>
public sealed class SignInForm
{
    /// <summary>The user name.</summary>
    public string? UserName { get; set; }

    /// <summary>The password.</summary>
    public string? Password { get; set; }
}
