using ServicePackage.Core.Operations;

namespace ServicePackage.Web.Accounts;

/// <summary>How many failed sign-ins are let through; section "SignIn" of the configuration.</summary>
public sealed record SignInSettings : ISettings
{
    private const int Most = 100_000;

    /// <inheritdoc/>
    public static string Section => "SignIn";

    /// <summary>Failures a minute from one address.</summary>
    public int FailuresPerMinutePerAddress { get; init; } = 10;

    /// <summary>Failures a minute for one user name.</summary>
    public int FailuresPerMinutePerAccount { get; init; } = 5;

    /// <inheritdoc/>
    public Refusal? Refuse() => SettingRules.Refuse(
        ($"{Section}:{nameof(FailuresPerMinutePerAddress)}", FailuresPerMinutePerAddress, 1, Most),
        ($"{Section}:{nameof(FailuresPerMinutePerAccount)}", FailuresPerMinutePerAccount, 1, Most));
}
