using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Roster;

/// <summary>The nominations for the roster of a year: each proposer keeps its own list (plan §二, §四(二)); the Centre enters for departments of the district.</summary>
public sealed class NominationService(OperationRunner operations)
{
    /// <summary>A page of the nominations that the caller sees, by name. NotFound for whoever proposes nothing and reads none.</summary>
    public Task<Outcome<NominationList>> ListAsync(Caller caller, NominationFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<NominationList>(caller, async op =>
        {
            ArgumentNullException.ThrowIfNull(filter);
            if (!RosterAccess.MayPropose(op.Actor) && !op.Actor.IsTownLeader)
            {
                return Refusal.NotFound;
            }

            if (SearchText.Refuse(filter.Text) is { } refusal)
            {
                return refusal;
            }

            var year = filter.Year ?? await op.LatestYearAsync(cancellation);
            var stage = await op.Db.RosterYears.Where(y => y.Year == year).Select(y => (RosterYearState?)y.State).FirstOrDefaultAsync(cancellation);
            var open = stage == RosterYearState.Open;
            var rows = op.Db.Nominations.VisibleTo(op).Where(n => n.Year == year && n.WithdrawnAt == null)
                .Where(n => filter.OrganisationId == null || n.OrganisationId == filter.OrganisationId);
            if (!string.IsNullOrWhiteSpace(filter.Text))
            {
                var (sought, code) = (Sought.Of(filter.Text), CreditCode.Normalise(filter.Text));
                var named = (await rows.Select(n => new { n.Id, n.Name, n.CreditCode }).ToListAsync(cancellation))
                    .Where(n => sought.IsIn(n.Name) || n.CreditCode.Contains(code, StringComparison.Ordinal)).Select(n => n.Id).ToList();
                rows = rows.Where(n => EF.Parameter(named).Contains(n.Id));
            }

            var (centre, own) = (op.Actor.IsCentre, op.Actor.UnitIds);
            var page = await rows.OrderBy(n => n.Organisation.Kind).ThenBy(n => n.Organisation.SortKey).ThenBy(n => n.OnBehalfOf).ThenBy(n => n.Name).ThenBy(n => n.Id)
                .Select(n => new NominationRow(
                    n.Id, n.Version, n.Name, n.CreditCode, n.Tier, n.Reason, n.OrganisationId, n.Organisation.Name, n.Organisation.EnglishName, n.OnBehalfOf, n.ProposedOn,
                    null, open && (centre || own.Contains(n.OrganisationId))))
                .PageAsync(filter.Skip, filter.Take, cancellation);
            var files = await op.Db.Enterprises.OnFileAsync([.. page.Items.Select(n => n.CreditCode)], cancellation);
            return new NominationList(page with { Items = [.. page.Items.Select(n => n with { NameOnFile = files.GetValueOrDefault(n.CreditCode) })] }, year, stage, await ProposersAsync(op, cancellation), op.Actor.IsCentre);
        }, cancellation);

    /// <summary>
    /// Enters a nomination, or changes one. Refused: what is typed wrongly; Roster.NominationsClosed; who may not propose for the organisation; a firm that this
    /// proposer has proposed already; a stale copy.
    /// </summary>
    public Task<Outcome<long>> SaveAsync(Caller caller, Guid commandId, NominationInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<long>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var desk = await NominationDesk.OpenAsync(op, input.Year, new Proposer(input.OrganisationId, input.OnBehalfOf), cancellation);
            if (!desk.Done)
            {
                return desk.Refusal!;
            }

            var code = CreditCode.Normalise(input.CreditCode);
            var present = desk.Value.Standing.FirstOrDefault(n => n.CreditCode == code);
            if (input.Id == 0 && present is not null)
            {
                return new Refusal("Roster.NominatedAlready", present.Name) { Field = nameof(input.CreditCode) };
            }

            if (input.Id > 0 && Changed(desk.Value, input, code) is { } refusal)
            {
                return refusal;
            }

            var taken = desk.Value.Take(input);
            await op.SaveAsync(cancellation);
            return taken.To(n => n.Id);
        }, cancellation);

    /// <summary>Takes a nomination back. Refused: nominations are closed; who may not propose for the organisation; a stale copy.</summary>
    public Task<Outcome<Nothing>> WithdrawAsync(Caller caller, Guid commandId, NominationAct act, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(act);
            if (await op.Db.Nominations.VisibleTo(op).AsNoTracking().FirstOrDefaultAsync(n => n.Id == act.Id, cancellation) is not { } seen)
            {
                return Refusal.NotFound;
            }

            var desk = await NominationDesk.OpenAsync(op, seen.Year, new Proposer(seen.OrganisationId, seen.OnBehalfOf), cancellation);
            if (!desk.Done)
            {
                return desk.Refusal!;
            }

            if (desk.Value.Standing.FirstOrDefault(n => n.Id == act.Id) is not { } standing || standing.Version != act.Version)
            {
                return Refusal.Stale;
            }

            desk.Value.Withdraw(standing);
            return Nothing.Value;
        }, cancellation);

    /// <summary>For whom the actor can propose: all in use at the Centre, which also stands for the departments of the district.</summary>
    internal static Task<List<ProposerChoice>> ProposersAsync(Operation op, CancellationToken cancellation)
    {
        var (centre, own) = (op.Actor.IsCentre, op.Actor.UnitIds);
        var handling = op.Db.Organisations.CanHandle();
        return op.Db.Organisations.Where(o => o.DisabledAt == null && ((centre && (o.Kind == OrganisationKind.Centre || handling.Any(h => h.Id == o.Id))) || own.Contains(o.Id)))
            .OrderBy(o => o.Kind).ThenBy(o => o.SortKey)
            .Select(o => new ProposerChoice(o.Id, o.Name, o.EnglishName, o.Kind == OrganisationKind.Centre)).ToListAsync(cancellation);
    }

    /// <summary>The nomination that is changed: seen as it is, and of the same firm.</summary>
    private static Refusal? Changed(NominationDesk desk, NominationInput input, string code)
    {
        var changed = desk.Standing.FirstOrDefault(n => n.Id == input.Id);
        return changed is null || changed.Version != input.Version ? Refusal.Stale
            : changed.CreditCode != code ? new Refusal("Roster.OtherFirm") { Field = nameof(input.CreditCode) }
            : null;
    }
}
