using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Enterprises;

/// <summary>The facts that a unit certifies, as chosen.</summary>
public sealed class CertifiedFactsInput
{
    public long OrganisationId { get; set; }

    /// <summary>The codes of the facts, as in <see cref="FactCatalogue"/>.</summary>
    public HashSet<string> Codes { get; set; } = [];

    /// <summary>Those that the person saw chosen.</summary>
    public IReadOnlyList<string> Seen { get; set; } = [];
}

/// <summary>Checks the choice.</summary>
public sealed class CertifiedFactsValidator : AbstractValidator<CertifiedFactsInput>
{
    public CertifiedFactsValidator() => RuleForEach(i => i.Codes).Must(code => FactCatalogue.Find(code) is not null).WithErrorCode("Fact.Unknown");
}

/// <summary>The facts that a unit certifies.</summary>
/// <param name="Codes">Their codes, in the order of the catalogue.</param>
/// <param name="MayChange">Whether the reader chooses them.</param>
/// <param name="Certifies">Whether the reader records them for the unit.</param>
public sealed record CertifiedFactsView(IReadOnlyList<string> Codes, bool MayChange, bool Certifies);

/// <summary>Says of which facts a unit is the authority (plan §二: what is certified by the department whose register it is).</summary>
public sealed class CertifiedFactService(OperationRunner operations)
{
    /// <summary>The facts that an organisation certifies. Refused NotFound for enterprise users, and where there is no such organisation.</summary>
    public Task<Outcome<CertifiedFactsView>> GetAsync(Caller caller, long organisationId, CancellationToken cancellation = default) =>
        operations.ReadAsync<CertifiedFactsView>(caller, async op =>
        {
            if (op.Actor.EnterpriseId is not null || await OfAsync(op, organisationId, cancellation) is not { } organisation)
            {
                return Refusal.NotFound;
            }

            var codes = await CodesAsync(op, organisationId, cancellation);
            return new CertifiedFactsView(codes, MayChange(op.Actor) && organisation.Kind.Handles(), codes.Count > 0 && op.Actor.UnitIds.Contains(organisationId));
        }, cancellation);

    /// <summary>
    /// Chooses the facts that a unit certifies. For the Centre and the administrator. Refused: NotFound for enterprise users and where there is no such organisation;
    /// NotAllowed for everybody else; an unknown fact; an organisation that handles nothing; stale where they were chosen anew meanwhile.
    /// </summary>
    public Task<Outcome<Nothing>> ChooseAsync(Caller caller, Guid commandId, CertifiedFactsInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            if (op.Actor.EnterpriseId is not null || await OfAsync(op, input.OrganisationId, cancellation) is not { } organisation)
            {
                return Refusal.NotFound;
            }

            if (!MayChange(op.Actor))
            {
                return Refusal.NotAllowed;
            }

            if (new CertifiedFactsValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            if (!organisation.Kind.Handles())
            {
                return new Refusal("Fact.CertifiesNothing", organisation.Kind);
            }

            await OrganisationLock.TakeAsync(op.Db, organisation.Id, cancellation);
            var rows = await op.Db.CertifiedFacts.Where(c => c.OrganisationId == organisation.Id).ToListAsync(cancellation);
            if (!rows.Select(r => r.Code).ToHashSet().SetEquals(input.Seen))
            {
                return Refusal.Stale;
            }

            op.Db.CertifiedFacts.RemoveRange(rows.Where(r => !input.Codes.Contains(r.Code)));
            op.Db.CertifiedFacts.AddRange(input.Codes.Where(c => !rows.Exists(r => r.Code == c)).Select(c => new CertifiedFact { OrganisationId = organisation.Id, Code = c }));
            op.Note(organisation, "ChooseCertifiedFacts");
            return Nothing.Value;
        }, cancellation);

    private static bool MayChange(Actor actor) => actor.IsCentre || actor.IsAdministrator;

    private static Task<Organisation?> OfAsync(Operation op, long id, CancellationToken cancellation) =>
        op.Db.Organisations.FirstOrDefaultAsync(o => o.Id == id, cancellation);

    private static async Task<IReadOnlyList<string>> CodesAsync(Operation op, long organisationId, CancellationToken cancellation)
    {
        var codes = await op.Db.CertifiedFacts.Where(c => c.OrganisationId == organisationId).Select(c => c.Code).ToListAsync(cancellation);
        return [.. FactCatalogue.All.Select(f => f.Code).Where(codes.Contains)];
    }
}
