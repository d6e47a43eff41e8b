using FluentValidation;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Setup;

/// <summary>A new enterprise, as typed, and on wish an account for its contact person, whose name and telephone are not typed again.</summary>
public sealed class EnterpriseWithAccountInput : NewEnterpriseInput
{
    /// <summary>Whether the contact person gets an account.</summary>
    public bool WithAccount { get; set; }

    /// <summary>The name to sign in with; the credit code where it is empty.</summary>
    public string UserName { get; set; } = "";

    /// <summary>The contact person's e-mail address; may stay empty.</summary>
    public string Email { get; set; } = "";

    /// <summary>The first password; the person must change it on signing in.</summary>
    public string Password { get; set; } = "";

    /// <summary>The account that is made of it.</summary>
    internal NewAccountInput Account(long enterpriseId) => new()
    {
        UserName = UserName.Length > 0 ? UserName : Enterprises.CreditCode.Normalise(CreditCode),
        DisplayName = ContactName,
        Phone = ContactPhone,
        Email = Email,
        EnterpriseId = enterpriseId,
        Password = Password,
    };
}

/// <summary>Checks both as their own forms do.</summary>
public sealed class EnterpriseWithAccountValidator : AbstractValidator<EnterpriseWithAccountInput>
{
    public EnterpriseWithAccountValidator()
    {
        Include(new NewEnterpriseValidator());
        RuleFor(e => e.ContactName).RefusedBy(e => Found(e, nameof(e.ContactName)));
        RuleFor(e => e.Email).RefusedBy(e => Found(e, nameof(e.Email)));
        RuleFor(e => e.UserName).RefusedBy(e => e.UserName.Length == 0 ? null : Found(e, nameof(e.UserName))); // a bad credit code is not named once more as a bad user name
    }

    /// <summary>What the account's own validator finds in this field.</summary>
    private static Refusal? Found(EnterpriseWithAccountInput input, string field) =>
        input.WithAccount && new NewAccountValidator().Refuse(input.Account(0))?.Details.FirstOrDefault(d => EnterpriseWithAccount.FieldOf(d) == field) is { } found ? found with { Details = [] } : null;
}

/// <summary>Enters an enterprise together with the account of its contact person, in one transaction.</summary>
public sealed class EnterpriseWithAccount(OperationRunner operations, AccountService accounts)
{
    /// <summary>
    /// Enters both and gives the enterprise's key and the name to sign in with; without the wish for an account, the enterprise alone. Refused: what the two
    /// single forms refuse; then neither is made.
    /// </summary>
    public async Task<Outcome<EnteredWithAccount>> CreateAsync(Caller caller, Guid commandId, EnterpriseWithAccountInput input, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var hash = input.WithAccount ? await Task.Run(() => accounts.HashOf(input.Password), cancellation) : ""; // slow on purpose: before the transaction
        return await operations.ChangeAsync<EnteredWithAccount>(caller, commandId, async op =>
        {
            var entered = await EnterpriseService.EnterAsync(op, input);
            if (!entered.Done || !input.WithAccount)
            {
                return entered.To(e => new EnteredWithAccount(e.Id, null));
            }

            var account = input.Account(entered.Value.Id);
            var made = await accounts.MakeAsync(op, account, hash);
            return made.Done ? new EnteredWithAccount(entered.Value.Id, PersonRules.NormaliseUserName(account.UserName)) : made.Refusal! with { Field = FieldOf(made.Refusal!), Details = [] };
        }, cancellation);
    }

    /// <summary>The field of the one form that a finding of the account is of.</summary>
    internal static string FieldOf(Refusal refusal) => refusal.Field switch
    {
        nameof(NewAccountInput.DisplayName) => nameof(NewEnterpriseInput.ContactName),
        nameof(NewAccountInput.Phone) => "ContactPhone",
        var other => other ?? "",
    };
}

/// <summary>What was entered.</summary>
/// <param name="EnterpriseId">The enterprise.</param>
/// <param name="UserName">What its contact person signs in with; null where no account was made.</param>
public sealed record EnteredWithAccount(long EnterpriseId, string? UserName);
