using System.Text.RegularExpressions;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Architecture;

/// <summary>A condition with a name is spelled in the file of its scope alone: an open demand, a current butler, the roster, who can handle, how a clock stands.</summary>
public sealed partial class ScopeTests
{
    /// <summary>The files that may spell a condition: its scope, and those that change what it is about.</summary>
    private static readonly HashSet<string> Homes =
    [
        "ServicePackage.Core/Tickets/TicketScopes.cs", "ServicePackage.Core/Tickets/Clocks/ClockScopes.cs", "ServicePackage.Core/Butlers/ButlerScopes.cs",
        "ServicePackage.Core/Butlers/Leaders/LeaderScopes.cs", // contacts of leaders have a last day too
        "ServicePackage.Core/Enterprises/EnterpriseScopes.cs", "ServicePackage.Core/Organisations/OrganisationScopes.cs",
        "ServicePackage.Core/Policies/Matches/MatchScopes.cs", // matches end as well
        "ServicePackage.Core/Policies/Matches/WeighedClause.cs", // a policy that has not expired
        "ServicePackage.Core/Policies/PolicyScopes.cs", // windows and legal periods have a last day too
        "ServicePackage.Core/Enterprises/EnterpriseViews.cs", // what a page was given: the service refuses a day of leaving that is to come
        "ServicePackage.Core/Enterprises/Facts/EnterpriseListScopes.cs", // titles end as well
        "ServicePackage.Core/Enterprises/RosterRules.cs", // joins and leaves
        "ServicePackage.Core/Tickets/Reading/ClockView.cs", // what a page was given of a clock
    ];

    private static readonly IReadOnlyList<string> Code =
        [.. new[] { "ServicePackage.Core", "ServicePackage.Web" }.SelectMany(p => Repository.Files(p, ".cs").Concat(Repository.Files(p, ".razor"))).Except(Homes)];

    [Fact]
    public void Homes_Exist() => Assert.All(Homes, h => Assert.True(File.Exists(Path.Combine(Repository.Root, h)), h));

    [Fact]
    public void OpenDemands_AreSpelledOnce() => Assert.Empty(Found(OpenDemand()));

    [Fact]
    public void CurrentButlers_AreSpelledOnce() => Assert.Empty(Found(CurrentButler()));

    [Fact]
    public void TheRoster_IsSpelledOnce() => Assert.Empty(Found(OnRoster()));

    [Fact]
    public void WhoCanHandle_IsSpelledOnce() => Assert.Empty(Found(CanHandle()));

    [Fact]
    public void HowClocksStand_IsSpelledOnce() => Assert.Empty(Found(ClockStands()));

    /// <summary>Sessions end as well: the demands' room and what it shows are looked at.</summary>
    [Fact]
    public void OpenClocks_AreSpelledOnce() => Assert.DoesNotContain(Found(ClockOpen()), f => f.Contains("/Tickets/", StringComparison.Ordinal) || f.Contains("/Shared/", StringComparison.Ordinal));

    [Theory]
    [InlineData("t => t.State != TicketState.Closed && t.State != TicketState.Withdrawn", "OpenDemand")]
    [InlineData("State is not (TicketState.Closed or TicketState.Withdrawn)", "OpenDemand")]
    [InlineData("k.State == TicketState.Withdrawn\n    || t.State == TicketState.Closed", "OpenDemand")]
    [InlineData("b.AccountId == me && b.Until == null", "CurrentButler")]
    [InlineData("e.LeftRosterOn == null", "OnRoster")]
    [InlineData("enterprise.LeftRosterOn <= op.Today", "OnRoster")]
    [InlineData("o.Kind == OrganisationKind.Unit || o.Kind == OrganisationKind.EconomicCity", "CanHandle")]
    [InlineData("OrganisationKind.CooperatingDepartment or OrganisationKind.EconomicCity", "CanHandle")]
    [InlineData("c.PausedFor == PauseReason.None && c.DueAt < now", "ClockStands")]
    [InlineData("clock.NextLevel != Levels.DueSoon", "ClockStands")]
    [InlineData("c.EndedAt == null && c.Kind == kind", "ClockOpen")]
    [InlineData("c => c is { Kind: ClockKind.Handling, EndedAt: null }", "ClockOpen")]
    [InlineData("clock.EndedAt is not null", "ClockOpen")]
    public void TheRule_FindsTheLiteral(string literal, string condition) =>
        Assert.Matches(condition switch
        {
            "OpenDemand" => OpenDemand(),
            "CurrentButler" => CurrentButler(),
            "OnRoster" => OnRoster(),
            "CanHandle" => CanHandle(),
            "ClockOpen" => ClockOpen(),
            _ => ClockStands(),
        }, literal);

    [Fact]
    public void TheStateOfADemand_IsOpenUntilClosedOrWithdrawn() =>
        Assert.Equal(Enum.GetValues<TicketState>().Except([TicketState.Closed, TicketState.Withdrawn]), TicketScopes.OpenStates);

    [Fact]
    public void TheKindsThatHandle_AreUnitsDepartmentsAndCities() =>
        Assert.Equal([OrganisationKind.Unit, OrganisationKind.CooperatingDepartment, OrganisationKind.EconomicCity],
            Enum.GetValues<OrganisationKind>().Where(k => k.Handles()));

    private static IEnumerable<string> Found(Regex literal) =>
        from file in Code
        let text = Repository.Read(file)
        from match in literal.Matches(text)
        select $"{file}:{text.AsSpan(0, match.Index).Count('\n') + 1}: {match.Value}";

    [GeneratedRegex(@"\b(Closed|Withdrawn)\b\s*(&&|\|\||or|and)\s[^;{}]{0,30}TicketState\.(Closed|Withdrawn)\b")]
    private static partial Regex OpenDemand();

    [GeneratedRegex(@"\bUntil\s*(==|!=)\s*null")]
    private static partial Regex CurrentButler();

    [GeneratedRegex(@"\bLeftRosterOn\s*(==|!=|<=|>=|<|>|is (not )?null)")]
    private static partial Regex OnRoster();

    [GeneratedRegex(@"OrganisationKind\.(Unit|CooperatingDepartment|EconomicCity)\b\s*(\|\||or)\s[^;{}]{0,20}OrganisationKind\.EconomicCity")]
    private static partial Regex CanHandle();

    [GeneratedRegex(@"\bDueAt\s*(<|>=)\s*(now|moment\.Now|op\.Now)\b|\bNextLevel\s*(==|!=)\s*Levels\.(DueSoon|Breach)|BreachedAt\s*!=\s*null\s*\|\|")]
    private static partial Regex ClockStands();

    [GeneratedRegex(@"\bEndedAt\s*(==|!=)\s*null|\bEndedAt is (not )?null|\bEndedAt: null")]
    private static partial Regex ClockOpen();
}
