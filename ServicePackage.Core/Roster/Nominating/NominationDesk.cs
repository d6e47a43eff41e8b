using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Roster;

/// <summary>
/// Where one proposer's nominations for a year are taken, from the form and from a list by the same rules. What there is already is read once, however many
/// are brought.
/// </summary>
internal sealed class NominationDesk
{
    private readonly Operation _op;
    private readonly int _year;
    private readonly Proposer _proposer;
    private readonly Dictionary<string, Nomination> _byCode;

    private NominationDesk(Operation op, int year, Proposer proposer, Dictionary<string, Nomination> byCode) =>
        (_op, _year, _proposer, _byCode) = (op, year, proposer, byCode);

    /// <summary>The nominations of the proposer that stand.</summary>
    public IEnumerable<Nomination> Standing => _byCode.Values.Where(n => n.WithdrawnAt is null);

    /// <summary>
    /// Opens the desk. Refused: Roster.NotOpened; Roster.NominationsClosed; who may not propose for the organisation; an organisation that proposes nothing;
    /// the Centre without the name of a department.
    /// </summary>
    public static async Task<Outcome<NominationDesk>> OpenAsync(Operation op, int year, Proposer proposer, CancellationToken cancellation)
    {
        if (!RosterAccess.MayPropose(op.Actor))
        {
            return op.Actor.EnterpriseId is null && op.Actor.MeetsDemands ? Refusal.NotAllowed : Refusal.NotFound;
        }

        if (await RefuseProposerAsync(op, proposer, cancellation) is { } refusal)
        {
            return refusal;
        }

        var found = await op.YearAsync(year, null, cancellation);
        if (!found.Done)
        {
            return found.Refusal!;
        }

        if (found.Value.State != RosterYearState.Open)
        {
            return new Refusal("Roster.NominationsClosed", RosterLimits.Of(year));
        }

        var department = TextRules.Kept(proposer.OnBehalfOf);
        var rows = await op.Db.Nominations.VisibleTo(op).Where(n => n.Year == year && n.OrganisationId == proposer.OrganisationId && n.OnBehalfOf == department).ToListAsync(cancellation);
        return new NominationDesk(op, year, proposer with { OnBehalfOf = department }, rows.ToDictionary(n => n.CreditCode, StringComparer.Ordinal));
    }

    /// <summary>Takes what was typed: a new nomination, a change, or one that was withdrawn before. Refused: what the validator finds; a day to come.</summary>
    public Outcome<Nomination> Take(NominationInput input)
    {
        if (new NominationValidator().Refuse(input) is { } refusal)
        {
            return refusal;
        }

        var day = input.ProposedOn ?? _op.Today;
        if (RosterRules.RefuseDay(day, _op.Today) is { } wrong)
        {
            return wrong with { Field = nameof(input.ProposedOn) };
        }

        var nomination = Of(CreditCode.Normalise(input.CreditCode));
        var next = (TextRules.Kept(input.Name), input.Tier!.Value, input.Reason.Trim(), input.ProposedOn ?? (nomination.Id == 0 ? day : nomination.ProposedOn));
        if ((nomination.Name, nomination.Tier, nomination.Reason, nomination.ProposedOn) != next || nomination.WithdrawnAt is not null)
        {
            (nomination.Name, nomination.Tier, nomination.Reason, nomination.ProposedOn) = next;
            (nomination.WithdrawnAt, nomination.NominatedAt, nomination.NominatedById) = (null, _op.Now, _op.Actor.AccountId);
            _op.Note(nomination, nomination.Id == 0 ? "Nominate" : "ChangeNomination");
            Touch(nomination);
        }

        return nomination;
    }

    /// <summary>Takes one back.</summary>
    public void Withdraw(Nomination nomination)
    {
        (nomination.WithdrawnAt, nomination.NominatedAt, nomination.NominatedById) = (_op.Now, _op.Now, _op.Actor.AccountId);
        _op.Note(nomination, "WithdrawNomination");
        Touch(nomination);
    }

    private Nomination Of(string code)
    {
        if (!_byCode.TryGetValue(code, out var nomination))
        {
            _byCode[code] = nomination = new Nomination { Year = _year, CreditCode = code, OrganisationId = _proposer.OrganisationId, OnBehalfOf = _proposer.OnBehalfOf };
            _op.Db.Nominations.Add(nomination);
        }

        return nomination;
    }

    /// <summary>Seen although an import does not look for changes.</summary>
    private void Touch(Nomination nomination)
    {
        nomination.Version++;
        if (nomination.Id > 0)
        {
            _op.Db.Nominations.Entry(nomination).State = EntityState.Modified;
        }
    }

    private static async Task<Refusal?> RefuseProposerAsync(Operation op, Proposer proposer, CancellationToken cancellation)
    {
        if (new ProposerValidator().Refuse(new ProposerInput { OrganisationId = proposer.OrganisationId, OnBehalfOf = proposer.OnBehalfOf }) is { } wrong)
        {
            return wrong;
        }

        if (!RosterAccess.MayPropose(op.Actor, proposer.OrganisationId))
        {
            return new Refusal("Roster.OtherProposer") { Field = nameof(NominationInput.OrganisationId) };
        }

        var kind = await op.Db.Organisations.Where(o => o.Id == proposer.OrganisationId && o.DisabledAt == null).Select(o => (OrganisationKind?)o.Kind).FirstOrDefaultAsync(cancellation);
        return kind switch
        {
            OrganisationKind.Centre when !TextRules.SaysSomething(proposer.OnBehalfOf) => new Refusal("Missing", new FieldName("NominationDepartment")) { Field = nameof(NominationInput.OnBehalfOf) },
            OrganisationKind.Centre => null,
            { } own when own.Handles() => TextRules.SaysSomething(proposer.OnBehalfOf) ? new Refusal("Roster.DepartmentOfCentre") { Field = nameof(NominationInput.OnBehalfOf) } : null,
            _ => new Refusal("Roster.NoProposer") { Field = nameof(NominationInput.OrganisationId) },
        };
    }
}
