using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>A field that policies or clauses come to have is copied into the next version, and compared with the one before.</summary>
public abstract class EveryFieldTests(TestDatabase database) : PolicyTestsBase(database)
{
    /// <summary>What belongs to a version alone.</summary>
    private static readonly string[] OfOneVersion =
    [
        nameof(PolicyVersion.Number), nameof(PolicyVersion.State), nameof(PolicyVersion.ChangeNote), nameof(PolicyVersion.TellAgain), nameof(PolicyVersion.ChangedAt),
        nameof(PolicyVersion.SubmittedAt), nameof(PolicyVersion.SentBackAt), nameof(PolicyVersion.SentBackReason), nameof(PolicyVersion.PublishedAt), nameof(PolicyVersion.Version),
    ];

    /// <summary>What a clause does not say itself, but is read with it.</summary>
    private static readonly string[] ReadBeside =
    [
        nameof(ClauseView.ClauseId), nameof(ClauseView.Order), nameof(ClauseView.Interpretations), nameof(ClauseView.MayInterpret), nameof(ClauseView.MayOffer), nameof(ClauseView.NamedInAll), nameof(ClauseView.MaySeeEnterprises),
    ];

    [Fact]
    public async Task NewVersion_HasAllThatTheOneBeforeHas()
    {
        var policy = await PublishedAsync(Input(), Clause("甲", c => (c.ExecutingUnitId, c.Windows) = (Unit.Id, [new WindowInput { Kind = WindowKind.Standing }])));
        Town.Write(db =>
        {
            Fill(db, db.PolicyVersions.Single(v => v.PolicyId == policy));
            var clause = db.PolicyClauses.Single(c => c.PolicyVersion.PolicyId == policy);
            Fill(db, clause);
            (clause.Condition, clause.Terms) = ("""{"is":"named","criterion":"sme"}""", null);
        });

        Must(await Drafts.NewVersionAsync(Drafter, Guid.NewGuid(), new DraftAct(policy, (await ReadAsync(Lead, policy)).Version), Cancellation));

        await using var db = Town.Look();
        var versions = await db.PolicyVersions.Include(v => v.Clauses).ThenInclude(c => c.Windows).Where(v => v.PolicyId == policy).OrderBy(v => v.Number).ToListAsync(Cancellation);
        Assert.Equal(Said(db, versions[0]), Said(db, versions[1]));
        Assert.Equal(Said(db, versions[0].Clauses.Single()), Said(db, versions[1].Clauses.Single()));
        Assert.Equal(versions[0].Clauses.Single().Windows.Select(w => (w.Kind, w.From, w.Until)), versions[1].Clauses.Single().Windows.Select(w => (w.Kind, w.From, w.Until)));
    }

    [Fact]
    public void Comparison_NamesEachFieldThatDiffers()
    {
        foreach (var property in typeof(PolicyFacts).GetProperties())
        {
            var (before, after) = (new PolicyFacts(), new PolicyFacts());
            property.SetValue(after, Another(property));
            Assert.Equal([property.Name], PolicyComparison.Of(1, before, after, [], []).Facts);
        }

        foreach (var property in typeof(ClauseView).GetProperties().Where(p => !ReadBeside.Contains(p.Name)))
        {
            var (before, after) = (new ClauseView(), new ClauseView());
            property.SetValue(after, Another(property));
            Assert.Equal([property.Name], Assert.Single(PolicyComparison.Of(1, new(), new(), [before], [after]).Clauses).Fields);
        }
    }

    /// <summary>What an entity says, without keys and what belongs to one version.</summary>
    private static IReadOnlyList<(string Name, object? Value)> Said(DbContext db, object of) =>
        [.. FieldsOf(db, of).Select(p => (p.Name, p.PropertyInfo!.GetValue(of)))];

    /// <summary>Gives each field that is empty a value that a copy cannot have by chance.</summary>
    private static void Fill(DbContext db, object of)
    {
        foreach (var property in FieldsOf(db, of).Select(f => f.PropertyInfo!).Where(p => p.GetValue(of) is null or "" or false))
        {
            property.SetValue(of, Another(property));
        }
    }

    private static IEnumerable<IProperty> FieldsOf(DbContext db, object of) =>
        db.Model.FindEntityType(of.GetType())!.GetProperties().Where(p => !p.IsPrimaryKey() && !p.IsForeignKey() && p.PropertyInfo is not null && !OfOneVersion.Contains(p.Name) && !p.Name.EndsWith("ById", StringComparison.Ordinal));

    private static object Another(PropertyInfo property) => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) switch
    {
        var t when t == typeof(string) => $"某{property.Name.Length}",
        var t when t == typeof(bool) => true,
        var t when t == typeof(DateOnly) => new DateOnly(2027, 5, 4),
        var t when t.IsEnum => Enum.GetValues(t).GetValue(1)!,
        var t when t == typeof(PolicyUnit) => new PolicyUnit(7, "某单位", ""),
        var t when t == typeof(IReadOnlyList<WindowView>) => new List<WindowView> { new(WindowKind.Standing, null, null) },
        var t when t == typeof(IReadOnlyList<NamedEnterprise>) => new List<NamedEnterprise> { new(7, "某公司") },
        var other => throw new InvalidOperationException($"{property.Name} is a {other.Name}: say here what another value of it is."),
    };

    public sealed class OnSqlite(SqliteDatabase database) : EveryFieldTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : EveryFieldTests(database), IClassFixture<PostgresDatabase>;
}
