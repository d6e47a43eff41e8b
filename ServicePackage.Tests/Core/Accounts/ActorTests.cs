using ServicePackage.Core.Accounts;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Tests.Core.Accounts;

/// <summary>What the posts somebody holds let them speak for.</summary>
public sealed class ActorTests
{
    /// <summary>C: the Centre · L: town leader · G: general liaison · E: sees everything · A: administers · D: has to do with demands.</summary>
    [Theory]
    [InlineData(PostKind.Dispatcher, "CED")]
    [InlineData(PostKind.CentreLead, "CED")]
    [InlineData(PostKind.TownLeader, "LED")]
    [InlineData(PostKind.GeneralLiaison, "LGED")]
    [InlineData(PostKind.Administrator, "A")]
    [InlineData(PostKind.Auditor, "")]
    [InlineData(PostKind.Officer, "D")]
    [InlineData(PostKind.Specialist, "D")]
    public void Actor_OfOnePost_IsWhatTheTableSays(PostKind kind, string expected)
    {
        var actor = Holding((kind, 1, OrganisationKind.Unit));

        Assert.Equal(expected, string.Concat(
            actor.IsCentre ? "C" : "", actor.IsTownLeader ? "L" : "", actor.IsGeneralLiaison ? "G" : "", actor.SeesEverything ? "E" : "", actor.IsAdministrator ? "A" : "", actor.MeetsDemands ? "D" : ""));
    }

    [Fact]
    public void EconomicCities_AreThoseOfASpecialistOrGeneralManager()
    {
        var actor = Holding(
            (PostKind.Specialist, 1, OrganisationKind.EconomicCity), (PostKind.GeneralManager, 2, OrganisationKind.EconomicCity), (PostKind.GeneralManager, 1, OrganisationKind.EconomicCity),
            (PostKind.Officer, 3, OrganisationKind.Unit), (PostKind.TownLeader, 4, OrganisationKind.Leadership));

        Assert.Equal([1, 2], actor.EconomicCityIds);
        Assert.Equal([1, 2, 3], actor.UnitIds.Order());
    }

    [Fact]
    public void LeadsUnit_IsForItsLiaisonHeadOrGeneralManager_AndOfThatUnitAlone()
    {
        foreach (var (kind, leads) in new[] { (PostKind.Liaison, true), (PostKind.Head, true), (PostKind.GeneralManager, true), (PostKind.Officer, false), (PostKind.Specialist, false) })
        {
            var actor = Holding((kind, 1, OrganisationKind.Unit), (PostKind.Officer, 2, OrganisationKind.Unit));
            Assert.Equal((leads, false), (actor.LeadsUnit(1), actor.LeadsUnit(2)));
            Assert.Equal((true, true, false), (actor.Holds(kind), actor.Holds(kind, 1), actor.Holds(kind, 3)));
        }
    }

    private static Actor Holding(params (PostKind Kind, long Id, OrganisationKind Of)[] posts) =>
        new(7, "王办事员", null, [.. posts.Select(p => new HeldPost(p.Kind, p.Id, p.Of))]);
}
