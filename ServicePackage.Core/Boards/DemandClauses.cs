using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Core.Boards;

/// <summary>What the library has for a demand: the clauses on its topic that its enterprise meets (plan §五(二)).</summary>
public sealed class DemandClauses(OperationRunner operations)
{
    /// <summary>How many are named; the others stand on the enterprise's policies.</summary>
    public const int Most = 5;

    /// <summary>
    /// Which needs the topics speak of that come with the program; the town's own name no clause. Who asks for advice on policies is shown those of every need.
    /// </summary>
    public static IReadOnlyDictionary<string, ClauseTopics> Needs { get; } = new Dictionary<string, ClauseTopics>
    {
        ["政策咨询"] = Enum.GetValues<ClauseTopics>().Aggregate((all, one) => all | one),
        ["资金与融资"] = ClauseTopics.Loans | ClauseTopics.Arrears,
        ["人才与用工"] = ClauseTopics.Hiring | ClauseTopics.Housing | ClauseTopics.Skills,
        ["土地与厂房"] = ClauseTopics.Premises,
        ["规划与建设"] = ClauseTopics.None,
        ["道路市政"] = ClauseTopics.None,
        ["安全生产"] = ClauseTopics.None,
        ["生态环保"] = ClauseTopics.None,
        ["税务与财务"] = ClauseTopics.Taxes,
        ["证照与审批"] = ClauseTopics.Recognition,
        ["水电气与通信"] = ClauseTopics.None,
        ["子女教育与生活"] = ClauseTopics.Housing,
        ["知识产权与法律"] = ClauseTopics.Research | ClauseTopics.Arrears,
        ["其他"] = ClauseTopics.None,
    };

    /// <summary>
    /// The clauses for an open demand, what closes first, first; none for one that has ended. For whoever sees the demand: the outcome alone, never a figure of the enterprise.
    /// Refused NotFound where the caller does not see it.
    /// </summary>
    public Task<Outcome<IReadOnlyList<ClauseForIt>>> OfAsync(Caller caller, string number, CancellationToken cancellation = default) =>
        operations.ReadAsync<IReadOnlyList<ClauseForIt>>(caller, async op =>
        {
            var ticket = await op.Db.Tickets.VisibleTo(op.Actor, op.Db).Where(t => t.Number == number)
                .Select(t => new { t.EnterpriseId, t.Topic.Name, t.State }).FirstOrDefaultAsync(cancellation);
            if (ticket is null)
            {
                return Refusal.NotFound;
            }

            return ticket.State.IsOpenState() && Needs.GetValueOrDefault(ticket.Name) is var topics && topics != ClauseTopics.None
                ? [.. await op.ForItAsync(ticket.EnterpriseId, topics, Most, cancellation)]
                : new List<ClauseForIt>();
        }, cancellation);
}
