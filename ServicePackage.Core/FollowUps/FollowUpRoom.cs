using Microsoft.Extensions.Options;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.FollowUps.Demo;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.FollowUps;

/// <summary>What the monthly runs give to the house.</summary>
public sealed class FollowUpRoom(CalendarSource calendars, IOptionsMonitor<ContactSettings> settings) : ISubjects, IDoors, IRecords, IJobs, ISeeds, IFollowUpReasons
{
    /// <summary>The act of saying what came of an item.</summary>
    public const string Closing = "CloseFollowUp";

    /// <summary>Makes the runs of a month, and ends what was seen to.</summary>
    public static Job Sweep { get; } =
        Job.Of<FollowUpSweep>("FollowUpSweep", 10, TimeSpan.FromMinutes(1), (sweep, asOf, cancellation) => sweep.RunAsync(asOf, cancellation));

    /// <inheritdoc/>
    public IReadOnlyList<SubjectKind> Subjects { get; } = [new FollowUpSubject()];

    /// <inheritdoc/>
    public IReadOnlyList<Door> Doors { get; } = [FollowUpDoors.FollowUps];

    /// <inheritdoc/>
    public IReadOnlyList<RecordedKind> Recorded { get; } = [new RecordedKind(nameof(Enterprise), Closing)];

    /// <inheritdoc/>
    public IReadOnlyList<Job> Jobs { get; } = [Sweep];

    /// <inheritdoc/>
    public IReadOnlyCollection<string> FollowUpKinds { get; } = [ContactReasons.Kind, FigureReasons.Kind];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FollowUpReason>> StandingAsync(AppDbContext db, DateTime at, IReadOnlyCollection<long> enterpriseIds, CancellationToken cancellation)
    {
        var (today, firms) = (TownTime.DayOf(at), await FirmToLookAt.ReadAsync(db, enterpriseIds, cancellation));
        var calendar = await calendars.CurrentAsync(db, cancellation);
        return [.. ContactReasons.Standing(firms, settings.CurrentValue, calendar, today), .. await FigureReasons.StandingAsync(db, firms, today, cancellation)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<FollowUpKey, FollowUpDone>> DoneAsync(AppDbContext db, DateTime at, IReadOnlyCollection<FollowUpReason> gone, CancellationToken cancellation) =>
        await ContactReasons.DoneAsync(db, gone, cancellation);

    /// <inheritdoc/>
    public IEnumerable<Scene> Scenes(Stage stage) => new FollowedUp(stage).Scenes();
}

/// <summary>Runs as what a notice is about, by their number.</summary>
internal sealed class FollowUpSubject : SubjectKind
{
    public override string Kind => nameof(FollowUpRun);

    public override IQueryable<SubjectName> VisibleTo(Operation op) => op.Db.FollowUpRuns.VisibleTo(op).Select(r => new SubjectName { Kind = nameof(FollowUpRun), Id = r.Id, Number = r.Label });
}
