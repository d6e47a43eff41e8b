using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Jobs;

/// <summary>What the jobs' room gives to the house.</summary>
public sealed class JobRoom : IDoors, IRecords
{
    /// <inheritdoc/>
    public IReadOnlyList<Door> Doors { get; } = [JobDoors.Jobs];

    /// <inheritdoc/>
    public IReadOnlyList<RecordedKind> Recorded { get; } = [new RecordedJob()];

    /// <summary>The jobs of all rooms, called in the reader's language.</summary>
    private sealed class RecordedJob() : RecordedKind(nameof(Job), JobService.RunNow, JobService.TryAgain)
    {
        public override Task<IReadOnlyList<RecordedName>> NamesAsync(Operation op, IReadOnlyCollection<long> ids, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<RecordedName>>([.. All(op).Where(n => ids.Contains(n.Id))]);

        public override Task<IReadOnlyList<long>> FindAsync(Operation op, string text, CancellationToken cancellation)
        {
            var sought = Sought.Of(text);
            return Task.FromResult<IReadOnlyList<long>>([.. All(op).Where(n => sought.IsIn(n.Name)).Select(n => n.Id)]);
        }

        private static IEnumerable<RecordedName> All(Operation op) =>
            op.House.Of<IJobs>().SelectMany(r => r.Jobs).Select(j => new RecordedName { Id = j.Number, Name = Wording.Text($"Job.{j.Name}") });
    }
}
