using ServicePackage.Core.Operations;

namespace ServicePackage.Web.Hosting;

/// <summary>How many pages may be open; section "Circuits" of the configuration.</summary>
public sealed record CircuitSettings : ISettings
{
    private const int Most = 1_000_000;

    /// <inheritdoc/>
    public static string Section => "Circuits";

    /// <summary>Open pages of one person.</summary>
    public int MostPerAccount { get; init; } = 10;

    /// <summary>Open pages altogether.</summary>
    public int MostConnections { get; init; } = 2000;

    /// <inheritdoc/>
    public Refusal? Refuse() => SettingRules.Refuse(
        ($"{Section}:{nameof(MostPerAccount)}", MostPerAccount, 1, Most),
        ($"{Section}:{nameof(MostConnections)}", MostConnections, 1, Most));
}
