using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Core.Boards;

/// <summary>What the catalogue has for a demand: the services on its topic that suit its enterprise (plan §三(二), §三(三)). What is sold is not among them.</summary>
public sealed class DemandServices(OperationRunner operations)
{
    /// <summary>How many are named; the others stand in the catalogue.</summary>
    public const int Most = 3;

    /// <summary>The classes of services that answer the topics that come with the program; the town's own name none.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<ServiceClass>> Answering { get; } = new Dictionary<string, IReadOnlyList<ServiceClass>>
    {
        ["政策咨询"] = [ServiceClass.StartUp, ServiceClass.Innovation],
        ["资金与融资"] = [ServiceClass.Finance],
        ["人才与用工"] = [ServiceClass.Talent],
        ["土地与厂房"] = [],
        ["规划与建设"] = [],
        ["道路市政"] = [],
        ["安全生产"] = [ServiceClass.Consulting],
        ["生态环保"] = [ServiceClass.Consulting],
        ["税务与财务"] = [ServiceClass.Consulting],
        ["证照与审批"] = [],
        ["水电气与通信"] = [],
        ["子女教育与生活"] = [],
        ["知识产权与法律"] = [ServiceClass.Rights],
        ["其他"] = [],
    };

    /// <summary>
    /// The services for an open demand, what is free and public first; none for one that has ended. For whoever sees the demand: that they suit, never a figure of the
    /// enterprise. Refused NotFound where the caller does not see it.
    /// </summary>
    public Task<Outcome<IReadOnlyList<ServiceRow>>> OfAsync(Caller caller, string number, CancellationToken cancellation = default) =>
        operations.ReadAsync<IReadOnlyList<ServiceRow>>(caller, async op =>
        {
            var ticket = await op.Db.Tickets.VisibleTo(op.Actor, op.Db).Where(t => t.Number == number)
                .Select(t => new { t.EnterpriseId, t.Topic.Name, t.State }).FirstOrDefaultAsync(cancellation);
            if (ticket is null)
            {
                return Refusal.NotFound;
            }

            return ticket.State.IsOpenState() && Answering.GetValueOrDefault(ticket.Name) is { Count: > 0 } classes
                ? [.. (await SuggestionService.SuitingAsync(op, ticket.EnterpriseId, classes, cancellation)).Take(Most)]
                : new List<ServiceRow>();
        }, cancellation);
}
