using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Roster;

/// <summary>Leads the roster of a year from the nominations to the choice (plan §二, §七(二)). The Centre alone.</summary>
public sealed class RosterYearService(OperationRunner operations)
{
    /// <summary>Opens nominations for a year and tells those who lead the proposers. Refused: who may not choose; a year other than this one and the next; one that was opened before.</summary>
    public Task<Outcome<Nothing>> OpenAsync(Caller caller, Guid commandId, int year, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            if ((RosterAccess.RefuseChoosing(op.Actor) ?? RosterLimits.RefuseYear(year, op.Today)) is { } refusal)
            {
                return refusal;
            }

            if (await op.Db.RosterYears.AnyAsync(y => y.Year == year, cancellation))
            {
                return new Refusal("Roster.OpenedAlready", RosterLimits.Of(year));
            }

            var opened = new RosterYear { Year = year, State = RosterYearState.Open, OpenedAt = op.Now };
            op.Db.RosterYears.Add(opened);
            op.Note(opened, "OpenNominations");
            await op.SaveAsync(cancellation);
            await RosterTelling.NominationsOpenAsync(op, opened, cancellation);
            return Nothing.Value;
        }, cancellation);

    /// <summary>Closes nominations: the choice begins. Refused: who may not choose; not open; stale.</summary>
    public Task<Outcome<Nothing>> CloseAsync(Caller caller, Guid commandId, RosterYearAct act, CancellationToken cancellation = default) =>
        MoveAsync(caller, commandId, act, RosterYearState.Open, RosterYearState.Choosing, "CloseNominations", "Roster.NotOpen", cancellation);

    /// <summary>Opens nominations again; what was decided stays. Refused: who may not choose; not being chosen; stale.</summary>
    public Task<Outcome<Nothing>> ReopenAsync(Caller caller, Guid commandId, RosterYearAct act, CancellationToken cancellation = default) =>
        MoveAsync(caller, commandId, act, RosterYearState.Choosing, RosterYearState.Open, "ReopenNominations", "Roster.NotChoosing", cancellation);

    /// <summary>
    /// Records the district's list as it was received, with its file (plan §二(一)). A later list takes the place of its day and source; files are kept. Refused:
    /// who may not choose; what is typed wrongly; no file; a day to come; a published roster; stale.
    /// </summary>
    public Task<Outcome<Nothing>> RecordDistrictListAsync(Caller caller, Guid commandId, DistrictListInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            if (Refuse(op, input) is { } refusal)
            {
                return refusal;
            }

            var found = await op.YearAsync(input.Year, input.Version, cancellation);
            if (!found.Done)
            {
                return found.Refusal!;
            }

            var year = found.Value;
            if (year.State == RosterYearState.Published)
            {
                return new Refusal("Roster.PublishedAlready", RosterLimits.Of(year.Year));
            }

            if (input.AttachmentIds.Count == 0 && !await op.Db.Attachments.VisibleTo(op).Of(year.AsSubject()).AnyAsync(cancellation))
            {
                return new Refusal("Roster.NoDistrictFile") { Field = nameof(input.AttachmentIds) };
            }

            (year.DistrictListOn, year.DistrictListFrom) = (input.ReceivedOn, input.Source.Trim());
            year.Version++;
            op.Note(year, "RecordDistrictList", new { year.DistrictListOn, year.DistrictListFrom });
            return await AttachmentService.ClaimAsync(op, year.AsSubject(), input.AttachmentIds, isInternal: true, cancellation: cancellation) is { } files ? files : Nothing.Value;
        }, cancellation);

    private static Refusal? Refuse(Operation op, DistrictListInput input) =>
        RosterAccess.RefuseChoosing(op.Actor)
        ?? new DistrictListValidator().Refuse(input)
        ?? (RosterRules.RefuseDay(input.ReceivedOn!.Value, op.Today) is { } day ? day with { Field = nameof(input.ReceivedOn) } : null);

    private Task<Outcome<Nothing>> MoveAsync(Caller caller, Guid commandId, RosterYearAct act, RosterYearState from, RosterYearState to, string yearAct, string otherwise, CancellationToken cancellation) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(act);
            if (RosterAccess.RefuseChoosing(op.Actor) is { } refusal)
            {
                return refusal;
            }

            var found = await op.YearAsync(act.Year, act.Version, cancellation);
            if (!found.Done)
            {
                return found.Refusal!;
            }

            if (found.Value.State != from)
            {
                return new Refusal(otherwise, RosterLimits.Of(act.Year));
            }

            found.Value.State = to;
            found.Value.Version++;
            op.Note(found.Value, yearAct);
            return Nothing.Value;
        }, cancellation);
}
