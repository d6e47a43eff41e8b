using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;

namespace ServicePackage.Core.Tickets;

/// <summary>Puts the first list of topics into an empty database; afterwards the town keeps it.</summary>
public sealed class TopicSeeder(IDbContextFactory<AppDbContext> contexts)
{
    private static readonly (string Name, string EnglishName)[] First =
    [
        ("政策咨询", "Policy advice"),
        ("资金与融资", "Funds and financing"),
        ("人才与用工", "Talent and hiring"),
        ("土地与厂房", "Land and premises"),
        ("规划与建设", "Planning and construction"),
        ("道路市政", "Roads and municipal works"),
        ("安全生产", "Work safety"),
        ("生态环保", "Environmental protection"),
        ("税务与财务", "Tax and finance"),
        ("证照与审批", "Licences and approvals"),
        ("水电气与通信", "Water, power, gas and telecoms"),
        ("子女教育与生活", "Schooling and living"),
        ("知识产权与法律", "Intellectual property and law"),
        ("其他", "Other"),
    ];

    /// <summary>Adds the topics where there are none; does nothing when another server, starting at the same time, has just done so.</summary>
    public async Task SeedAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (!await db.Topics.AnyAsync(cancellation))
        {
            db.Topics.AddRange(First.Select((t, i) => new Topic { Name = t.Name, EnglishName = t.EnglishName, Order = i + 1 }));
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
            {
                // the other server's topics are the same ones
            }
        }
    }
}
