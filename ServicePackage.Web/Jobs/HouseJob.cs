using Quartz;
using ServicePackage.Core.Jobs;

namespace ServicePackage.Web.Jobs;

/// <summary>Any job of the house: the one whose name it is scheduled under. Never beside itself; beside others it may run.</summary>
[DisallowConcurrentExecution]
internal sealed class HouseJob(JobRunner jobs) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await jobs.RunAsync(context.JobDetail.Key.Name, cancellationToken);
}
