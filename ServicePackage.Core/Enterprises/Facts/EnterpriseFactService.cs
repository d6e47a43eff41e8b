using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Enterprises;

/// <summary>The facts that policies ask about (plan §二): what an enterprise says of itself, what others saw, as of any day and as it was known then.</summary>
public sealed class EnterpriseFactService(OperationRunner operations)
{
    /// <summary>How many periods of a fact stand in the file; earlier ones are in its history.</summary>
    public const int PeriodsShown = 3;

    /// <summary>
    /// The file of facts of an enterprise, as of a day and as known on one; days to come are today. What the reader may not see is marked as kept
    /// back. Refused NotFound where the caller does not see the enterprise.
    /// </summary>
    public Task<Outcome<FactFile>> ReadAsync(Caller caller, long enterpriseId, FactMoment? moment = null, CancellationToken cancellation = default) =>
        operations.ReadAsync<FactFile>(caller, async op =>
        {
            var name = await op.Db.Enterprises.VisibleTo(op).Where(e => e.Id == enterpriseId).Select(e => e.Name).FirstOrDefaultAsync(cancellation);
            if (name is null)
            {
                return Refusal.NotFound;
            }

            var rights = await op.FactRightsAsync(enterpriseId, cancellation);
            var (on, known, at) = FactMoment.Of(moment, op);
            var rows = await op.Db.EnterpriseFacts.VisibleTo(op).Where(f => f.EnterpriseId == enterpriseId && f.RecordedAt <= at).ToListAsync(cancellation);
            var by = rows.Select(f => f.RecordedById).OfType<long>().Distinct().ToList();
            var names = await op.Db.Users.Where(a => by.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellation);
            var ofFact = rows.ToLookup(f => f.Code);
            var facts = FactCatalogue.All
                .Select(f => !rights.Sees(f)
                    ? new FactView(f.Code, true, [], false, null, [])
                    : ViewOf(f, [.. ofFact[f.Code]], on, at, names))
                .ToList();
            return new FactFile(
                enterpriseId, name, op.Today, on, known, facts.Count(f => f.IsAnswered), facts.Count(f => !f.KeptBack), facts, rights)
            {
                Needs = await NeedsAsync(op, cancellation),
            };
        }, cancellation);

    /// <summary>
    /// Records an answer; an earlier one of the same standing for the same period is marked as replaced. Its own people declare; its butler, its
    /// economic city and the Centre check, naming the document; the Centre enters what an authority says, and a unit what it certifies. Refused: everybody else; a stale
    /// copy; an unknown fact, shape or option; what is no number, negative, too fine or above its bound; a range upside down; a day to come; a period
    /// that has not ended or lies before the founding. Asked back, unless it says <see cref="FactInput.Again"/>: ten times or a tenth of the last
    /// answer, a part above its whole.
    /// </summary>
    public Task<Outcome<Nothing>> RecordAsync(Caller caller, Guid commandId, FactInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var enterprise = await op.Db.Enterprises.VisibleTo(op).FirstOrDefaultAsync(e => e.Id == input.EnterpriseId, cancellation);
            if (enterprise is null)
            {
                return Refusal.NotFound;
            }

            var standings = (await op.FactRightsAsync(enterprise.Id, cancellation)).StandingsOf(input.Code);
            if (standings.Count == 0)
            {
                return Refusal.NotAllowed;
            }

            if (FactCatalogue.Find(input.Code) is not { } fact)
            {
                return new Refusal("Fact.Unknown");
            }

            var standing = input.Standing ?? standings[0];
            if (!standings.Contains(standing))
            {
                return new Refusal("Fact.StandingNotYours", standing) { Field = nameof(input.Standing) };
            }

            input.Standing = standing;
            if (new FactValidator().Refuse(input) is { } typed)
            {
                return typed;
            }

            var (period, value) = (FactRules.Period(fact, input), FactRules.Value(fact, input));
            if ((period.Refusal ?? value.Refusal) is { } unread)
            {
                return unread;
            }

            var rows = await op.Db.EnterpriseFacts.VisibleTo(op).Standing().Where(f => f.EnterpriseId == enterprise.Id).ToListAsync(cancellation);
            if (rows.Where(f => f.Code == fact.Code).Max(f => (long?)f.Id) != input.Seen)
            {
                return Refusal.Stale;
            }

            var checks = new FactChecks(fact, period.Value, value.Value, op.Today, rows);
            if ((checks.Refuse() ?? (input.Again ? null : checks.Ask())) is { } refusal)
            {
                return refusal;
            }

            if (rows.Find(f => f.Code == fact.Code && f.Standing == standing && f.Period == period.Value) is { } earlier)
            {
                earlier.ReplacedAt = op.Now;
                await op.SaveAsync(cancellation); // before the new one: of each there is one that stands
            }

            op.Db.EnterpriseFacts.Add(Row(enterprise.Id, fact.Code, period.Value, value.Value, standing, input, op));
            op.Note(enterprise, "RecordFact", new { Fact = fact.Code, period.Value.Shape, period.Value.From, period.Value.Until, Standing = standing });
            return Nothing.Value;
        }, cancellation);

    /// <summary>
    /// Takes back an answer that should not stand, such as one for the wrong year: it is marked as replaced by none, and stays in the history. Those who
    /// may record with its standing. Refused: everybody else; an answer that stands no more.
    /// </summary>
    public Task<Outcome<Nothing>> TakeBackAsync(Caller caller, Guid commandId, long enterpriseId, long factId, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            var enterprise = await op.Db.Enterprises.VisibleTo(op).FirstOrDefaultAsync(e => e.Id == enterpriseId, cancellation);
            if (enterprise is null)
            {
                return Refusal.NotFound;
            }

            var rights = await op.FactRightsAsync(enterprise.Id, cancellation);
            if (!rights.Record && rights.Certified.Count == 0)
            {
                return Refusal.NotAllowed;
            }

            var fact = await op.Db.EnterpriseFacts.VisibleTo(op).Standing().FirstOrDefaultAsync(f => f.Id == factId && f.EnterpriseId == enterpriseId, cancellation);
            if (fact is null)
            {
                return Refusal.Stale;
            }

            if (!rights.StandingsOf(fact.Code).Contains(fact.Standing))
            {
                return new Refusal("Fact.StandingNotYours", fact.Standing);
            }

            fact.ReplacedAt = op.Now;
            op.Note(enterprise, "TakeBackFact", new { Fact = fact.Code, fact.Shape, fact.From, fact.Until, fact.Standing });
            return Nothing.Value;
        }, cancellation);

    internal static EnterpriseFact Row(long enterpriseId, string code, FactPeriod period, FactValue value, FactStanding standing, FactInput input, Operation op) => new()
    {
        EnterpriseId = enterpriseId,
        Code = code,
        Shape = period.Shape,
        From = period.From,
        Until = period.Until,
        Answer = value.Answer,
        Low = value.Low,
        High = value.High,
        Choice = value.Choice,
        Day = value.Day,
        Standing = standing,
        Evidence = standing == FactStanding.Declared ? "" : input.Evidence.Trim(),
        RecordedAt = op.Now,
        RecordedById = op.ActorId,
    };

    /// <summary>What the rooms ask for, together.</summary>
    private static async Task<IReadOnlyDictionary<string, int>> NeedsAsync(Operation op, CancellationToken cancellation)
    {
        var needs = new Dictionary<string, int>();
        foreach (var room in op.House.Of<IFactNeeds>())
        {
            foreach (var (code, clauses) in await room.NeedsAsync(op, cancellation))
            {
                needs[code] = needs.GetValueOrDefault(code) + clauses;
            }
        }

        return needs;
    }

    private static FactView ViewOf(FactDefinition fact, List<EnterpriseFact> rows, DateOnly on, DateTime at, Dictionary<long, string> names)
    {
        var known = rows.FindAll(f => EnterpriseFactScopes.IsKnown.Holds(f, at));
        var groups = known.Where(f => f.Period.HoldsOn(on))
            .GroupBy(f => f.Shape == FactShape.State ? FactPeriod.Since(FactPeriod.Always) : f.Period) // of a state, what each says that holds on the day
            .GroupBy(g => FactPeriod.MonthsOf(g.Key.Shape))
            .OrderByDescending(g => g.Key)
            .SelectMany((g, place) => g.OrderByDescending(p => p.Key.Order).Take(place == 0 ? PeriodsShown : 1)) // the years stay beside the months since
            .OrderByDescending(g => g.Key.Order).ThenByDescending(g => FactPeriod.MonthsOf(g.Key.Shape))
            .Select(g => PeriodOf([.. g.GroupBy(f => f.Standing).Select(s => s.MaxBy(f => (f.From, f.RecordedAt, f.Id))!)]))
            .ToList();
        return new FactView(
            fact.Code, false, groups, groups.Count > 0 && fact.IsAskedAgain(groups[0].Counts.Until, groups[0].Counts.RecordedAt, on), known.Max(f => (long?)f.Id),
            [.. rows.OrderByDescending(f => f.RecordedAt).ThenByDescending(f => f.Id).Select(View)]);

        FactPeriodView PeriodOf(List<EnterpriseFact> answers)
        {
            var counts = answers.Exists(f => f.Shape == FactShape.State) ? answers.Where(f => f.From == answers.Max(a => a.From)).Counting() : answers.Counting();
            var shown = View(counts);
            return new FactPeriodView(shown, [.. answers.Where(f => f != counts).Select(View).Where(f => !f.AgreesWith(shown)).OrderByDescending(f => f.Standing)]);
        }

        FactRecord View(EnterpriseFact f) => new(
            f.Id, f.Shape, f.From, f.Until, f.Answer, f.Low, f.High, f.Choice, f.Day, f.Standing, f.Evidence, f.RecordedAt,
            f.RecordedById is { } id ? names.GetValueOrDefault(id, "") : "", f.ReplacedAt <= at ? f.ReplacedAt : null);
    }
}
