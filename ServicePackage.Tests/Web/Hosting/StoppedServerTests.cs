using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Jobs;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Web.Hosting;

/// <summary>A PostgreSQL server that stops while people work, and comes back: a server of the test's own.</summary>
public sealed class StoppedServerTests(ProductionTown production) : IClassFixture<ProductionTown>
{
    private const string Sentence = "数据库没有响应";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Server_StoppedWhilePeopleWork_IsToldOnEveryPage_AndNobodyIsSignedOutByIt()
    {
        await using var server = new PostgresServer();
        await using var database = new PostgresDatabase(server);
        await database.InitializeAsync();
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

        var command = Guid.NewGuid();
        var input = await town.ConsultationAsync();
        await server.HaltAsync();

        using var other = ProductionTown.ClientOf(program);
        try
        {
            foreach (var address in new[] { "/", "/notices" })
            {
                using var answer = await client.GetAsync(address, Cancellation);
                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
                Assert.Contains(Sentence, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
            }

            using (var ready = await other.GetAsync("/health/ready", Cancellation))
            {
                Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy: no answer"), (ready.StatusCode, await ready.Content.ReadAsStringAsync(Cancellation)));
            }

            Assert.Equal("NoDatabase", (await RaiseAsync()).Refusal?.Code);
        }
        finally
        {
            await server.GoOnAsync(); // also where this failed: the database is dropped at the end
        }

        using var back = await client.GetAsync("/notices", Cancellation);
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        await program.Services.GetRequiredService<JobRunner>().RunAsync("TicketSweep", Cancellation);
        using (var ready = await other.GetAsync("/health/ready", Cancellation))
        {
            Assert.Equal("Healthy", await ready.Content.ReadAsStringAsync(Cancellation));
        }

        Assert.True((await RaiseAsync()).Done); // the same click, once more

        async Task<Outcome<Moved>> RaiseAsync()
        {
            await using var scope = program.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<RaiseService>().RaiseAsync(applicant, command, input, Cancellation);
        }
    }
}
