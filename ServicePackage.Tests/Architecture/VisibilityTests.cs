using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Architecture;

/// <summary>
/// A row that not everybody may see is read through its VisibleTo. The roots are found by that method; a query inside an
/// operation (op.Db) that starts otherwise must stand in the list below with its reason.
/// </summary>
public sealed partial class VisibilityTests
{
    private static readonly Dictionary<(string File, string Root), string> Allowed = new()
    {
        [("AttachmentService.cs", "Attachments")] = "Counts the files of the demand under change, and takes those of the actor's own that nobody has claimed.",
        [("DocumentTemplateService.cs", "DocumentTemplates")] = "Numbers a template among all of its kind, and those put in force, for the Centre, which sees them all.",
        [("DocumentRoom.cs", "DocumentTemplates")] = "The audit log names them all.",
        [("TemplateShelf.cs", "DocumentTemplates")] = "Whoever writes a document need not see its template: nothing of it is shown but what is written.",
        [("CalendarRecount.cs", "Tickets")] = "Recounts due dates for the Centre, which sees every demand, or for the system.",
        [("CoverRoom.cs", "ButlerCovers")] = "The audit log names them all.",
        [("CoverReader.cs", "ButlerCovers")] = "Whether the actor covers for somebody: of their own.",
        [("CoverService.cs", "ButlerCovers")] = "Holds a cover that the actor may give against all there are: the refusal names who covers when, to who arranges it.",
        [("ButlerDuties.cs", "ButlerCovers")] = "Names to the administrator, who sees every enterprise, the cover that keeps a person from leaving.",
        [("LeaderRoom.cs", "Leaders")] = "The audit log names them all.",
        [("LeaderService.cs", "Leaders")] = "Whether an account is another leader's already, for who keeps the list.",
        [("LeaderScopes.cs", "LeaderContacts")] = "The rule itself: with which enterprises the actor keeps contact.",
        [("ButlerDuties.cs", "Enterprises")] = "Names to the administrator, who sees every enterprise, the one that keeps its butler from leaving.",
        [("ContactPersonAccess.cs", "Enterprises")] = "Says of enterprises by their keys whether their contact person is open to the actor: the rule itself.",
        [("AccountService.cs", "Enterprises")] = "The administrator, who sees every enterprise, names the one a person speaks for.",
        [("EnterpriseService.cs", "Enterprises")] = "A credit code is unique over all; only those who see every enterprise get so far.",
        [("KnownReading.cs", "EnterpriseFacts")] = "Weighs what is known of an enterprise, whoever asks: the outcome is for whom the clause concerns, figures are kept back where they are shown.",
        [("KnownReading.cs", "EnterpriseListItems")] = "So are the items of its lists.",
        [("KnownReading.cs", "EnterpriseListClosings")] = "So is whether these are complete.",
        [("ClausesOnTopics.cs", "Enterprises")] = "Whoever sees an enterprise's demand sees which clauses it meets, the outcome alone.",
        [("EnterpriseWeighing.cs", "Enterprises")] = "A clause's unit sees name and outcome of every enterprise on the roster, never a commercial figure.",
        [("EnterpriseWeighing.cs", "PolicyClauses")] = "Whom a personalised clause names that the reader has been found to see.",
        [("ApplicationAccess.cs", "PolicyClauses")] = "Who carries a clause out now decides who sees what was applied for under it: the rule itself.",
        [("ApplicationService.cs", "Enterprises")] = "A clause's unit takes an application of any enterprise on the roster down.",
        [("OfferService.cs", "Enterprises")] = "So it confirms any of them that a clause is granted to without application.",
        [("MatchWeighing.cs", "Enterprises")] = "The system weighs every enterprise; there is no reader.",
        [("FollowUpMaking.cs", "FollowUpRuns")] = "The system makes the runs; there is no reader.",
        [("FollowUpMaking.cs", "FollowUpItems")] = "So it puts enterprises on them.",
        [("FollowUpTicking.cs", "FollowUpItems")] = "So it ends what was seen to.",
        [("DigestTelling.cs", "Enterprises")] = "The system tells who serves them; there is no reader.",
        [("JudgementService.cs", "Enterprises")] = "So a person of the unit judges any of them.",
        [("FigureImport.cs", "Enterprises")] = "A unit certifies figures of every enterprise on the roster: it names them itself, and reads back what it brought.",
        [("FigureImport.cs", "EnterpriseFacts")] = "Holds what is brought against what stands, of the facts alone that the actor may bring, and the day of founding, which every reader sees.",
        [("MoveChecks.cs", "Attachments")] = "Looks at the kind of the actor's own file that nobody has claimed.",
        [("Figures.cs", "Enterprises")] = "The demo town writes down what its enterprises say; there is no reader.",
        [("Holdings.cs", "Enterprises")] = "So it does with their titles and lists.",
        [("Holdings.cs", "EnterpriseListItems")] = "So it does where it dates their titles.",
        [("Figures.cs", "EnterpriseFacts")] = "So it does where it corrects one of them.",
        [("EnterpriseRoom.cs", "Enterprises")] = "The administrator, who sees every enterprise, passes those of an economic city on; the audit log names them all.",
        [("PolicyAccess.cs", "PolicyClauses")] = "The rule itself: which clauses of what was published are open to the actor.",
        [("PolicyAccess.cs", "PolicyVersions")] = "The rule itself: which drafts the actor reads.",
        [("PolicyDuties.cs", "Policies")] = "Passes every policy that an organisation drafts on; the administrator reads their number alone.",
        [("PolicyDuties.cs", "ClauseApplications")] = "So it does with those under which something is open.",
        [("PolicyDuties.cs", "PolicyClauses")] = "So it does with the clauses it carries out.",
        [("OfferAsking.cs", "ClauseApplications")] = "Ends what was offered under a policy that is withdrawn, for everybody; nothing of it is shown.",
        [("PolicyRoom.cs", "PolicyVersions")] = "The audit log names them all.",
        [("ServiceRoom.cs", "ServiceVersions")] = "The audit log names them all.",
        [("ServiceRoom.cs", "Picks")] = "Counts the services of which something is still to be given; nothing of what was picked is shown.",
        [("ServiceRoom.cs", "Services")] = "Passes every service that an organisation provides or drafts on; the administrator reads their number alone.",
        [("PackageReader.cs", "Attachments")] = "Names the document of a version that the reader sees; whether it opens is asked where it is opened.",
        [("EventRoom.cs", "Events")] = "Passes every event that an organisation holds on; the administrator reads their number alone, the audit log names them all.",
        [("EventRoom.cs", "Seats")] = "Counts the events of which is still to be noted who came; nothing of the seats is shown.",
        [("EventQueries.cs", "Events")] = "What can be signed up for was published, for everybody; other rooms ask, the system among them.",
        [("EventQueries.cs", "Seats")] = "Those of one enterprise that the caller was found to serve, or the reader's own, and how many wait before them.",
        [("PackageReading.cs", "Enterprises")] = "Those that were found to be served, for what is weighed of them.",
        [("SeatTurns.cs", "Seats")] = "Whoever makes way lets in those who wait; nothing of them is shown.",
        [("SeatQueries.cs", "Seats")] = "Counts how many wait before a seat that the actor sees: a number alone.",
        [("RosterTurns.cs", "RosterMemberships")] = "Ends and begins the rows of an enterprise that the actor was found to see.",
        [("RosterRoom.cs", "Nominations")] = "The audit log names them all.",
        [("RosterRoom.cs", "RosterDecisions")] = "The audit log names them all.",
        [("NominationService.cs", "Enterprises")] = "Tells a proposer the name on file of the firms it has proposed, by their credit codes: a name that is public.",
        [("NominationImport.cs", "Enterprises")] = "So it does for the firms of its list.",
        [("RecordedTicket.cs", "Tickets")] = "Names demands in the audit log by their number alone, to auditors and administrators, who may read who did what to which.",
        [("FactGapCount.cs", "Enterprises")] = "Counts the roster for who writes a condition: a number alone.",
        [("FactGapCount.cs", "EnterpriseFacts")] = "So it counts who has answered; no answer leaves the database.",
        [("FactGapCount.cs", "EnterpriseListClosings")] = "So it counts who has said that a list is complete.",
        [("TicketDuties.cs", "Tickets")] = "Passes every demand of the unit on; the administrator reads their number alone.",
        [("TicketSweep.cs", "Tickets")] = "The system lets time pass; there is no reader.",
    };

    /// <summary>Sets without such a rule of their own, each with the reason: a new one needs either.</summary>
    private static readonly Dictionary<string, string> WithoutRule = new()
    {
        ["CalendarYears"] = "Everybody reads the calendar.",
        ["DocumentTemplateUses"] = "Which template is in force: a number, read by the Centre and by what writes documents.",
        ["Organisations"] = "Everybody signed in reads which there are, and how to reach them.",
        ["Posts"] = "Everybody signed in reads who stands for an organisation.",
        ["Topics"] = "Everybody signed in reads what demands can be about.",
        ["CertifiedFacts"] = "Everybody who reads facts reads who certifies them.",
        ["EarlierNames"] = "Read of enterprises that the actor was found to see.",
        ["RosterYears"] = "Whoever reads the roster reads where its year stands.",
        ["ButlerAssignments"] = "Read of enterprises that the actor was found to see, or of the actor's own.",
        ["TicketClocks"] = "Read of demands that the actor was found to see.",
        ["Escalations"] = "Read of demands that the actor was found to see.",
        ["Clauses"] = "The key that the versions of a clause share; what it says is a PolicyClause, which has its rule.",
        ["ClauseAnswers"] = "Read of enterprises that the actor was found to see, or of a clause that the actor's unit carries out.",
        ["Matches"] = "Read of enterprises that the actor was found to see; counted for those who read the take-up.",
        ["ClausePushes"] = "Read of enterprises that the actor was found to see, or of a clause that the actor's unit carries out.",
        ["Judgements"] = "Read where an enterprise is weighed for somebody who sees the outcome.",
        ["MatchDigests"] = "The actor's own, or those of the actor's enterprise.",
        ["FollowUpMonths"] = "Work of the program; there is no reader.",
        ["Notices"] = "The actor's own.",
        ["MailItems"] = "Read by those who look after the mail, and by nobody else.",
        ["MailWishes"] = "The actor's own; the system asks whom it may tell.",
        ["Sessions"] = "The actor's own.",
        ["AttachmentChunks"] = "Read of a file that the actor was found to see.",
        ["History"] = "Read of subjects that the actor was found to see, and by auditors.",
        ["HistorySeals"] = "Written and verified by the program.",
        ["CommandReceipts"] = "The actor's own commands.",
        ["SearchEntries"] = "Joined to the subjects that the actor was found to see.",
        ["JobRuns"] = "Read by administrators.",
        ["FailedItems"] = "Read by administrators.",
        ["Unweighed"] = "Work of the program; there is no reader.",
        ["MatchTurns"] = "Work of the program; there is no reader.",
        ["MatchBasis"] = "Work of the program; there is no reader.",
        ["DemoTimesAhead"] = "The clock of the demo town.",
        ["DataProtectionKeys"] = "Keys of the program; there is no reader.",
    };

    private static readonly HashSet<string> Roots =
        [.. from type in typeof(AppDbContext).Assembly.GetTypes()
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            where method.Name == "VisibleTo"
            let root = method.GetParameters()[0].ParameterType.GetGenericArguments()[0]
            from set in typeof(AppDbContext).GetProperties()
            where set.PropertyType == typeof(DbSet<>).MakeGenericType(root)
            select set.Name];

    [Fact]
    public void Roots_AreFound() => Assert.Contains("Attachments", Roots);

    [Fact]
    public void Sets_HaveARuleOrAReasonWhyNot() =>
        Assert.Equal(
            from set in typeof(AppDbContext).GetProperties()
            where set.DeclaringType == typeof(AppDbContext) && set.PropertyType.IsGenericType && set.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>) && !Roots.Contains(set.Name)
            orderby set.Name
            select set.Name,
            WithoutRule.Keys.Order());

    [Fact]
    public void Queries_InOperations_StartWithVisibleTo()
    {
        var found = Queries().Where(q => !Allowed.ContainsKey((q.File, q.Root))).Select(q => $"{q.File}: {q.Text}");

        Assert.Empty(found);
    }

    [Fact]
    public void Exceptions_FromTheRule_AreStillNeeded() =>
        Assert.Empty(Allowed.Keys.Except(Queries().Select(q => (q.File, q.Root))));

    [Fact]
    public void TelephonesOfContactPersons_AreReadWhereTheirRuleIsAsked() =>
        Assert.Empty(
            from file in Repository.Files("ServicePackage.Core", ".cs")
            where Repository.CodeLines(file).Any(l => Telephone().IsMatch(l.Text)) && !Rule().IsMatch(Repository.Read(file))
            select file);

    private static IEnumerable<(string File, string Root, string Text)> Queries() =>
        from file in Repository.Files("ServicePackage.Core", ".cs")
        from match in Query().Matches(Repository.Read(file))
        where Roots.Contains(match.Groups[1].Value)
        select (Path.GetFileName(file), match.Groups[1].Value, match.Value);

    [GeneratedRegex(@"(?<!RuleFor\(\w+ => |Property\(\w+ => |"")\b(?!input\b)\w+\.ContactPhone\b(?!\s*=[^=])")]
    private static partial Regex Telephone();

    [GeneratedRegex(@"\.(SeeContactPersons?Async|ContactPersonOpen)\(")]
    private static partial Regex Rule();

    [GeneratedRegex(@"\b[oO]p(?:eration)?\.Db\.(\w+)\b(?!\s*\.(?:VisibleTo|Add|AddRange|Remove)\()")]
    private static partial Regex Query();
}
