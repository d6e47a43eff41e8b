using System.Text.RegularExpressions;
using FluentValidation;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Accounts;

/// <summary>Checks what is typed of a new account.</summary>
public sealed class NewAccountValidator : AbstractValidator<NewAccountInput>
{
    public NewAccountValidator()
    {
        RuleFor(a => a.UserName).UserName();
        RuleFor(a => a.DisplayName).Text("DisplayName", PersonRules.LongestName);
        RuleFor(a => a.Phone).Phone("PersonPhone");
        RuleFor(a => a.Email).Email();
        RuleFor(a => a.Password).Password(a => a.UserName);
        RuleFor(a => a.Posts).Must((a, posts) => a.EnterpriseId is not null || posts.Count > 0).WithErrorCode("Account.NoPosts");
        RuleFor(a => a.Posts).Must((a, posts) => a.EnterpriseId is null || posts.Count == 0).WithErrorCode("Account.EnterpriseAndPosts");
    }
}

/// <summary>Checks what is typed of a person.</summary>
public sealed class AccountValidator : AbstractValidator<AccountInput>
{
    public AccountValidator()
    {
        RuleFor(a => a.DisplayName).Text("DisplayName", PersonRules.LongestName);
        RuleFor(a => a.Phone).Phone("PersonPhone");
        RuleFor(a => a.Email).Email();
    }
}

/// <summary>How names, addresses and passwords of people are checked.</summary>
public static partial class PersonRules
{
    /// <summary>The longest name of a person (characters).</summary>
    public const int LongestName = 60;

    /// <summary>The longest name to sign in with (characters).</summary>
    public const int LongestUserName = 40;

    private const int LongestEmail = 120;

    /// <summary>The sign-in name as it is kept: half-width, without space around it.</summary>
    public static string NormaliseUserName(string? text) => CodeText.Of(text).Normalize();

    internal static IRuleBuilderOptions<T, string> UserName<T>(this IRuleBuilder<T, string> rule) =>
        rule.Text("UserName", LongestUserName)
            .Must(name => !TextRules.IsReadable(name) || UserNameForm().IsMatch(NormaliseUserName(name))).WithErrorCode("Account.UserNameForm");

    internal static IRuleBuilderOptions<T, string> Email<T>(this IRuleBuilder<T, string> rule) =>
        rule.Text("Email", LongestEmail, required: false)
            .Must(email => !TextRules.SaysSomething(email) || MailAddresses.CanBeSentTo(CodeText.Of(email))).WithErrorCode("Account.EmailForm");

    internal static IRuleBuilderOptions<T, string> Password<T>(this IRuleBuilder<T, string> rule, Func<T, string> userName) =>
        rule.Must((input, password) => PasswordRules.Refuse(password, userName(input)) is null)
            .WithErrorCode("PasswordCommon")
            .WithState((input, password) => PasswordRules.Refuse(password, userName(input))! with { Details = [] });

    [GeneratedRegex(@"^[\p{L}\p{Nd}._@-]+\z")]
    private static partial Regex UserNameForm();
}
