using Microsoft.AspNetCore.Identity;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Accounts;

public sealed class AccountRightsTests(SqliteDatabase database) : TownTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Rights_WhenOfficer_AreThoseOfLeadAndSupportingUnit()
    {
        var rights = await RightsAsync(Town.Officer(Town.Unit()));

        Assert.Equal([Relation.LeadUnit, Relation.SupportingUnit, Relation.Anyone], Relations(rights));
        Assert.Contains(Move.Complete, Of(rights, Relation.LeadUnit));
        Assert.Contains(Move.FinishTask, Of(rights, Relation.SupportingUnit));
        Assert.DoesNotContain(Relations(rights).SelectMany(r => Of(rights, r)), m => m is Move.Dispatch or Move.Rate);
        Assert.Contains("Inbox", rights.Pages);
        Assert.DoesNotContain("Accounts", rights.Pages);
    }

    [Fact]
    public async Task Rights_WhenEnterpriseUser_AreThoseOfTheEnterprise()
    {
        var rights = await RightsAsync(Town.EnterpriseUser(Town.Enterprise()));

        Assert.Equal([Relation.Enterprise, Relation.Anyone], Relations(rights));
        Assert.Contains(Move.Rate, Of(rights, Relation.Enterprise));
        Assert.Contains("OwnEnterprise", rights.Pages);
    }

    [Fact]
    public async Task Rights_WhenAdministrator_HoldNoMove()
    {
        var rights = await RightsAsync(Town.Administrator());

        Assert.Empty(rights.Acts);
        Assert.Contains("Accounts", rights.Pages);
    }

    [Fact]
    public async Task Rights_WhenOneServesEnterprises_HoldThoseOfTheFirstAskedPerson()
    {
        var centre = await RightsAsync(Town.Dispatcher());
        var city = Town.EconomicCity();
        var specialist = await RightsAsync(Town.Specialist(city));

        Assert.Contains(Move.ConfirmDone, Of(centre, Relation.FirstAsked));
        Assert.Contains(Move.Dispatch, Of(centre, Relation.Centre));
        Assert.Contains(Move.ConfirmDone, Of(specialist, Relation.FirstAsked));
        Assert.Contains(Move.Accept, Of(specialist, Relation.LeadUnit));
        Assert.Empty((await RightsAsync(Town.Stranger())).Acts);
    }

    [Fact]
    public async Task Rights_WhenButlerWithoutAPost_AreThoseOfTheFirstAskedPerson_AndNobodyElses()
    {
        var rights = await RightsAsync(Town.Butler(Town.Enterprise()));

        Assert.Equal([Relation.FirstAsked, Relation.Anyone], Relations(rights));
        Assert.Contains(Move.ConfirmDone, Of(rights, Relation.FirstAsked));
        Assert.DoesNotContain(Move.Comment, Of(rights, Relation.FirstAsked)); // which everybody may who sees the demand
        Assert.Equal([Move.Comment], Of(rights, Relation.Anyone));
        Assert.Empty((await RightsAsync(Town.Stranger())).Acts);
    }

    [Fact]
    public async Task Rights_OfAPostInAnOrganisationThatIsNoMore_AreNone()
    {
        var unit = Town.Unit();
        var officer = Town.Officer(unit);
        Town.Write(db => db.Organisations.Single(o => o.Id == unit.Id).DisabledAt = Town.Start);

        Assert.Empty((await RightsAsync(officer)).Acts);
    }

    [Fact]
    public async Task Rights_OfARoomThatNobodyKnew_StandBesideTheOthers()
    {
        var runner = new OperationRunner(Town.Contexts, Town.Clock, Town.Time, Town.Feed, Town.HouseWith(new Garden()));

        var rights = await RightsAsync(Town.Officer(Town.Unit()), runner);

        Assert.Equal(("Gardener", "Dig"), (rights.Acts[^1].As, Assert.Single(rights.Acts[^1].Acts)));
        Assert.Equal(4, rights.Acts.Count);
    }

    [Fact]
    public void Words_ForEveryDoorAndRelation_AreThere() =>
        Assert.All(Town.House.Of<IDoors>().SelectMany(r => r.Doors).Select(d => $"Door.{d.Name}")
            .Concat(Enum.GetValues<Relation>().Where(r => r is not (Relation.None or Relation.System)).Select(r => Wording.KeyOf(r))),
            key => Assert.NotNull(Wording.Find(key)));

    private static IEnumerable<Relation> Relations(AccountRights rights) => rights.Acts.Select(a => Member<Relation>(a.As)).Order();

    private static IEnumerable<Move> Of(AccountRights rights, Relation relation) =>
        rights.Acts.Single(a => a.As == Wording.KeyOf(relation)).Acts.Select(Member<Move>);

    private static T Member<T>(string key)
        where T : struct, Enum => Enum.GetValues<T>().Single(v => Wording.KeyOf(v) == key);

    private async Task<AccountRights> RightsAsync(Caller person, OperationRunner? runner = null) =>
        (await new AccountService(runner ?? Town.Runner, Passwords.Hasher, new UpperInvariantLookupNormalizer(), Town.Time).GetAsync(Town.Administrator(), person.AccountId)).Value.Rights;

    private sealed class Garden : IRights
    {
        public Task<IReadOnlyList<RightsAs>> RightsAsync(Operation op, CancellationToken cancellation = default) =>
            Task.FromResult<IReadOnlyList<RightsAs>>(op.Actor.UnitIds.Count > 0 ? [new RightsAs("Gardener", ["Dig"])] : []);
    }
}
