using Microsoft.AspNetCore.Identity;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
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

        Assert.Equal([Relation.LeadUnit, Relation.SupportingUnit, Relation.Anyone], rights.Moves.Select(m => m.As).Order());
        Assert.Contains(Move.Complete, Of(rights, Relation.LeadUnit));
        Assert.Contains(Move.FinishTask, Of(rights, Relation.SupportingUnit));
        Assert.DoesNotContain(rights.Moves.SelectMany(m => m.Moves), m => m is Move.Dispatch or Move.Rate);
        Assert.Contains(Doors.Inbox, rights.Pages);
        Assert.DoesNotContain(Doors.Accounts, rights.Pages);
    }

    [Fact]
    public async Task Rights_WhenEnterpriseUser_AreThoseOfTheEnterprise()
    {
        var rights = await RightsAsync(Town.EnterpriseUser(Town.Enterprise()));

        Assert.Equal([Relation.Enterprise, Relation.Anyone], rights.Moves.Select(m => m.As).Order());
        Assert.Contains(Move.Rate, Of(rights, Relation.Enterprise));
        Assert.Contains(Doors.OwnEnterprise, rights.Pages);
    }

    [Fact]
    public async Task Rights_WhenAdministrator_HoldNoMove()
    {
        var rights = await RightsAsync(Town.Administrator());

        Assert.Empty(rights.Moves);
        Assert.Contains(Doors.Accounts, rights.Pages);
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
        Assert.Empty((await RightsAsync(Town.Stranger())).Moves);
    }

    [Fact]
    public void Words_ForEveryPageAndRelation_AreThere() =>
        Assert.All(Enum.GetValues<Doors>().Where(d => d != Doors.None).Cast<Enum>()
            .Concat(Enum.GetValues<Relation>().Where(r => r is not (Relation.None or Relation.System)).Cast<Enum>()),
            v => Assert.NotNull(Wording.Find($"{v.GetType().Name}.{v}")));

    private static IReadOnlyList<Move> Of(AccountRights rights, Relation relation) => rights.Moves.Single(m => m.As == relation).Moves;

    private async Task<AccountRights> RightsAsync(Caller person) =>
        (await new AccountService(Town.Runner, Passwords.Hasher, new UpperInvariantLookupNormalizer(), Town.Time).GetAsync(Town.Administrator(), person.AccountId)).Value.Rights;
}
