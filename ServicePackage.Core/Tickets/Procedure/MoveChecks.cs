using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <summary>Checks what a move refers to: units, people, other demands, the scan. Keeps their names for the history. The input has only what the row takes.</summary>
internal sealed class MoveChecks(Operation op, Ticket ticket, MoveRule rule, MoveInput given, CancellationToken cancellation)
{
    /// <summary>The refusal of a second reminder on one day.</summary>
    public const string RemindedToday = "RemindedToday";

    /// <summary>The refusal of a report too short to say much, until it is meant.</summary>
    public const string FewWords = "FewWords";

    /// <summary>Letters and digits below which a report is asked back: "done" tells an enterprise nothing.</summary>
    private const int FewLetters = 10;

    /// <summary>The names found, for the history.</summary>
    public TicketEntry Entry { get; private set; } = new();

    /// <summary>Null when all that is referred to can be used; otherwise the refusal, with its field.</summary>
    public async Task<Refusal?> RefuseAsync() =>
        await RefuseUnitsAsync() ?? await RefusePersonAsync() ?? await RefuseOtherNumberAsync() ?? await RefuseScanAsync() ?? NameAbout() ?? await RefuseGivingBackAsync() ?? RefuseFewWords() ?? RefuseNoMark() ?? RefuseEndOnRoster() ?? await RefuseSecondReminderAsync();

    private async Task<Refusal?> RefuseUnitsAsync()
    {
        var ids = given.SupportingUnitIds.ToList();
        if (given.UnitId is { } unit)
        {
            ids.Add(unit);
        }

        if (ids.Count == 0)
        {
            return null;
        }

        await OrganisationLock.ShareAsync(op.Db, ids, cancellation);
        var names = await op.Db.Organisations.CanHandle().Where(o => ids.Contains(o.Id))
            .ToDictionaryAsync(o => o.Id, o => o.Name, cancellation);
        if (ids.Exists(id => !names.ContainsKey(id)))
        {
            return new Refusal("UnitUnknown") { Field = given.UnitId is { } lead && !names.ContainsKey(lead) ? nameof(MoveInput.UnitId) : nameof(MoveInput.SupportingUnitIds) };
        }

        Entry = Entry with
        {
            Unit = given.UnitId is { } one ? names[one] : null,
            SupportingUnits = given.SupportingUnitIds.Count > 0 ? [.. given.SupportingUnitIds.Select(id => names[id])] : null,
        };
        return null;
    }

    private async Task<Refusal?> RefusePersonAsync()
    {
        if (given.PersonId is not { } personId)
        {
            return null;
        }

        var person = (await PeopleAsync(op, ticket, rule.Move, cancellation)).FirstOrDefault(p => p.AccountId == personId);
        if (person is null)
        {
            return new Refusal("PersonUnknown") { Field = nameof(MoveInput.PersonId) };
        }

        if (rule.Move == Move.Assign)
        {
            given.UnitId = person.UnitId;
        }

        Entry = Entry with { Person = person.Name, Unit = person.UnitName };
        return null;
    }

    /// <summary>The people a move can name: officers of one's unit, or those who can be first-asked.</summary>
    public static async Task<IReadOnlyList<PersonChoice>> PeopleAsync(Operation op, Ticket ticket, Move move, CancellationToken cancellation)
    {
        var (cityId, leadId) = (ticket.Enterprise.EconomicCityId, ticket.LeadUnitId ?? 0);
        var units = ticket.SupportingUnitIds.Append(leadId).Where(u => move == Move.Accept ? u == leadId : op.Actor.LeadsUnit(u)).ToList();
        var posts = op.Db.Posts.Where(p => p.Account.DisabledAt == null);
        posts = move == Move.HandOnFirstAsked
            ? posts.Where(p => p.AccountId != ticket.FirstAskedId && (p.Kind == PostKind.Dispatcher || p.Kind == PostKind.CentreLead
                || (p.OrganisationId == cityId && (p.Kind == PostKind.Specialist || p.Kind == PostKind.GeneralManager))))
            : posts.Where(p => units.Contains(p.OrganisationId));
        var rows = await posts.OrderBy(p => p.Account.SortKey).ThenBy(p => p.AccountId)
            .Select(p => new PersonChoice(p.AccountId, p.Account.DisplayName, p.OrganisationId, p.Organisation.Name))
            .ToListAsync(cancellation);
        return [.. rows.DistinctBy(p => p.AccountId)];
    }

    private async Task<Refusal?> RefuseOtherNumberAsync()
    {
        if (string.IsNullOrWhiteSpace(given.OtherNumber))
        {
            given.OtherNumber = "";
            return null;
        }

        var number = given.OtherNumber.Trim();
        var other = await op.Db.Tickets.VisibleTo(op.Actor, op.Db)
            .Where(t => t.Number == number && t.Id != ticket.Id && t.EnterpriseId == ticket.EnterpriseId)
            .Select(t => new { t.Id, t.State, t.ClosedAs })
            .FirstOrDefaultAsync(cancellation);
        (given.OtherNumber, given.AboutId) = (number, other?.Id);
        return other is null ? new Refusal("OtherNumberUnknown", number) { Field = nameof(MoveInput.OtherNumber) }
            : other.State == TicketState.Withdrawn || other.ClosedAs is ClosedAs.NotAccepted or ClosedAs.Duplicate or ClosedAs.Ended ? new Refusal("OtherNumberUnhandled", number) { Field = nameof(MoveInput.OtherNumber) }
            : null;
    }

    private async Task<Refusal?> RefuseScanAsync()
    {
        if (given.ScanId is not { } scanId)
        {
            return null;
        }

        var type = await op.Db.Attachments.Where(a => a.Id == scanId && a.SubjectId == null && a.UploadedById == op.Actor.AccountId)
            .Select(a => a.ContentType).FirstOrDefaultAsync(cancellation);
        return type is "application/pdf" or "image/jpeg" or "image/png" ? null : new Refusal("ScanKind") { Field = nameof(MoveInput.ScanId) };
    }

    /// <summary>A unit that has declined may have been disabled since: it holds nothing of the demand any more.</summary>
    private async Task<Refusal?> RefuseGivingBackAsync()
    {
        if (rule.Move != Move.GiveBackTask || ticket.Tasks.Find(t => t.Id == given.AboutId) is not { } task)
        {
            return null;
        }

        await OrganisationLock.ShareAsync(op.Db, [task.UnitId], cancellation);
        return await op.Db.Organisations.CanHandle().AnyAsync(o => o.Id == task.UnitId, cancellation) ? null : new Refusal("UnitUnknown") { Field = nameof(MoveInput.AboutId) };
    }

    private Refusal? RefuseFewWords() =>
        rule.Takes(Field.Again) && rule.Move != Move.Remind && !given.Again && TextRules.Letters(given.Text) < FewLetters
            ? new Refusal(FewWords, MoveFields.NameOf(rule.Move, Field.Text), FewLetters) { Field = nameof(MoveInput.Again) }
            : null;

    private Refusal? RefuseNoMark() =>
        rule.Takes(Field.Marks) && given.Marks == Marks.None && ticket.Marks == Marks.None
            ? new Refusal("NotChosen", MoveFields.NameOf(rule.Move, Field.Marks)) { Field = nameof(MoveInput.Marks) }
            : null;

    /// <summary>Who is ended for having left the roster has left it.</summary>
    private Refusal? RefuseEndOnRoster() =>
        given.EndReason == EndReason.OffRoster && EnterpriseScopes.IsOnRoster.Holds(ticket.Enterprise, op.Today)
            ? new Refusal("StillOnRoster", ticket.Enterprise.Name) { Field = nameof(MoveInput.EndReason) }
            : null;

    /// <summary>A demand is reminded of once a day unless the second time is meant.</summary>
    private async Task<Refusal?> RefuseSecondReminderAsync()
    {
        if (rule.Move != Move.Remind || given.Again)
        {
            return null;
        }

        var since = TownTime.At(op.Today, TimeOnly.MinValue);
        var last = await op.Db.History.Where(h => h.Subject == nameof(Ticket) && h.SubjectId == ticket.Id && h.Act == nameof(Move.Remind) && h.At >= since)
            .OrderByDescending(h => h.Sequence)
            .Select(h => new { h.At, By = op.Db.Users.Where(a => a.Id == h.AccountId).Select(a => a.DisplayName).FirstOrDefault() })
            .FirstOrDefaultAsync(cancellation);
        return last is null ? null : new Refusal(RemindedToday, TownTime.Local(last.At).ToString("HH:mm", CultureInfo.InvariantCulture), last.By) { Field = nameof(MoveInput.Again) };
    }

    private Refusal? NameAbout()
    {
        if (rule.Move == Move.Contradict)
        {
            Entry = Entry with { Answer = ticket.SpokenAnswers.Find(s => s.Id == given.AboutId)?.Move };
            return Entry.Answer is null ? new Refusal("AboutUnknown") { Field = nameof(MoveInput.AboutId) } : null;
        }

        if (rule.Takes(Field.About))
        {
            var about = rule.Move switch
            {
                Move.AnswerUrge => ticket.Urges.Find(u => u.Id == given.AboutId)?.Text,
                Move.RecordReferralOutcome => ticket.Referrals.Find(r => r.Id == given.AboutId)?.Body,
                Move.FinishTask or Move.DeclineTask or Move.WaiveTask or Move.GiveBackTask => ticket.Tasks.Find(t => t.Id == given.AboutId)?.Text,
                _ => throw new InvalidOperationException($"Nobody has said what {rule.Move} is about."),
            };
            if (about is null)
            {
                return new Refusal("AboutUnknown") { Field = nameof(MoveInput.AboutId) };
            }

            Entry = Entry with { About = about };
        }

        return null;
    }
}

/// <summary>A person to choose on a form.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Name">The person's name.</param>
/// <param name="UnitId">Where the person works.</param>
/// <param name="UnitName">The name of that organisation.</param>
public sealed record PersonChoice(long AccountId, string Name, long UnitId, string UnitName);
