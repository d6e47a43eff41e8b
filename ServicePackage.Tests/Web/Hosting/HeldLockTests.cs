using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Web.Hosting;

/// <summary>Somebody else holds a table of PostgreSQL, as a long report or a repair does: reading goes on, what is saved is refused in a sentence.</summary>
public sealed class HeldLockTests(ProductionTown production, PostgresDatabase database) : IClassFixture<ProductionTown>, IClassFixture<PostgresDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TableHeldByAnother_KeepsNobodyFromReading_AndIsToldWhereSomethingIsSaved()
    {
        database.Require();
        var town = new Town(database);
        var city = town.EconomicCity();
        town.Specialist(city);
        var applicant = town.EnterpriseUser(town.Enterprise(city));
        var name = Passwords.Give(town, applicant);
        await using var program = production.With(database, _ => { });
        using var client = ProductionTown.ClientOf(program);
        using (var welcome = await ProductionTown.SignInAsync(client, name, WebTown.Password, Cancellation))
        {
            Assert.Equal(HttpStatusCode.Redirect, welcome.StatusCode);
        }

        var input = await town.ConsultationAsync();
        await using (var another = new NpgsqlConnection(database.ConnectionString))
        {
            await another.OpenAsync(Cancellation);
            await using var held = await another.BeginTransactionAsync(Cancellation);
            await using var hold = new NpgsqlCommand("LOCK TABLE \"Tickets\" IN EXCLUSIVE MODE", another, held);
            await hold.ExecuteNonQueryAsync(Cancellation);

            using var page = await client.GetAsync("/tickets", Cancellation);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Equal("Busy", (await RaiseAsync()).Refusal?.Code);
        }

        Assert.True((await RaiseAsync()).Done);

        async Task<Outcome<Moved>> RaiseAsync()
        {
            await using var scope = program.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<RaiseService>().RaiseAsync(applicant, Guid.NewGuid(), input, Cancellation);
        }
    }
}
