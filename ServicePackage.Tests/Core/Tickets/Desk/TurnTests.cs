using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>The base of the tests of whose turn it is: what one can be to a demand, where it can stand, and what then waits for whom.</summary>
public abstract class TurnTests : TicketTests
{
    /// <summary>What one can be to the demand, in the order of the tables.</summary>
    public enum Who
    {
        LeadOfficer, LeadColleague, LeadLiaison, LeadHead, SupportOfficer, SupportColleague, SupportLiaison, Butler, FirstAsked, Dispatcher, TownLeader, Enterprise,
    }

    /// <summary>Where the demand stands. Until it is accepted nobody is named; from then on an officer is, for the task as well.</summary>
    public enum Situation
    {
        Raised, Dispatched, Accepted, Supported, Declined, TypeProposed, Supplement, SupplementDue, Completed, CallDue,
    }

    /// <summary>
    /// The clocks that run and wait for each reader personally. D: dispatch · R: review · H: handling · T: supporting task · X: decision on a
    /// task declined · P: decision on a type proposed · S: supplement · C: confirmation.
    /// </summary>
    protected static readonly IReadOnlyDictionary<Situation, string> Mine = new Dictionary<Situation, string>
    {
        //                           lead unit: officer, colleague, liaison, head | supporting: officer, colleague, liaison | butler, first-asked, dispatcher, town leader, enterprise
        [Situation.Raised] = "....  ...  ..D..",
        [Situation.Dispatched] = "RRRR  TTT  .....",
        [Situation.Accepted] = "H.HH  ...  .....",
        [Situation.Supported] = "H.HH  T.T  .....",
        [Situation.Declined] = "H.HH  ...  ..X..",
        [Situation.TypeProposed] = "H.HH  ...  ..P..",
        [Situation.Supplement] = "....  ...  ....S",
        [Situation.SupplementDue] = "....  ...  .S..S",
        [Situation.Completed] = "....  ...  ....C",
        [Situation.CallDue] = "....  ...  .C..C",
    };

    private static readonly Dictionary<ClockKind, char> Letters = new()
    {
        [ClockKind.Dispatch] = 'D',
        [ClockKind.Review] = 'R',
        [ClockKind.Handling] = 'H',
        [ClockKind.SupportingTask] = 'T',
        [ClockKind.TaskDecision] = 'X',
        [ClockKind.TypeDecision] = 'P',
        [ClockKind.Supplement] = 'S',
        [ClockKind.Confirmation] = 'C',
    };

    private readonly Organisation _support;
    private readonly Caller _supportOfficer;
    private readonly Caller _supportLiaison;

    protected TurnTests(TestDatabase database)
        : base(database)
    {
        _support = Town.Unit("规土所");
        (_supportOfficer, _supportLiaison) = (Town.Officer(_support), Town.Liaison(_support));
        People = new Dictionary<Who, Caller>
        {
            [Who.LeadOfficer] = Officer,
            [Who.LeadColleague] = Town.Officer(Unit),
            [Who.LeadLiaison] = Liaison,
            [Who.LeadHead] = Town.Head(Unit),
            [Who.SupportOfficer] = _supportOfficer,
            [Who.SupportColleague] = Town.Officer(_support),
            [Who.SupportLiaison] = _supportLiaison,
            [Who.Butler] = Town.Butler(Enterprise),
            [Who.FirstAsked] = Specialist,
            [Who.Dispatcher] = Dispatcher,
            [Who.TownLeader] = Town.TownLeader(),
            [Who.Enterprise] = Applicant,
        };
    }

    public static TheoryData<Situation> Situations => [.. Enum.GetValues<Situation>()];

    protected IReadOnlyDictionary<Who, Caller> People { get; }

    /// <summary>A row of a table, reader by reader.</summary>
    protected static List<string> Cells(string row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return [.. row.Replace(" ", "", StringComparison.Ordinal).Select((c, who) => Cell((Who)who, c == '.' ? "" : c.ToString()))];
    }

    protected static string Cell(Who who, string kinds) => $"{who}: {kinds}";

    /// <summary>The letters of these kinds of clocks.</summary>
    protected static string LettersOf(IEnumerable<ClockKind> kinds) => string.Concat(kinds.Select(k => Letters[k]).Order());

    /// <summary>The only demand there is, brought to where it is to stand.</summary>
    protected async Task StageAsync(Situation situation)
    {
        switch (situation)
        {
            case Situation.Raised:
                await RaisedAsync();
                break;
            case Situation.Dispatched:
                await SupportedAsync(_support);
                break;
            case Situation.Accepted:
                await AssignedAsync(await DispatchedAsync());
                break;
            case Situation.Supported:
                await WithTaskAsync();
                break;
            case Situation.Declined:
                var declined = await WithTaskAsync();
                await DoneAsync(_supportOfficer, declined, Move.DeclineTask, new MoveInput { AboutId = await TaskAsync(declined), Text = "不属本单位职责。" });
                break;
            case Situation.TypeProposed:
                await DoneAsync(Officer, await AssignedAsync(await DispatchedAsync()), Move.ProposeType, new MoveInput { Type = TicketType.Consultation, Text = "属咨询事项。" });
                break;
            case Situation.Supplement or Situation.SupplementDue:
                await DoneAsync(Officer, await AssignedAsync(await DispatchedAsync()), Move.AskSupplement, Saying("请提供管网图。"));
                await ComesAsync(situation == Situation.SupplementDue, Day("2026-03-06")); // the working day before Monday the 9th
                break;
            case Situation.Completed or Situation.CallDue:
                await DoneAsync(Officer, await AssignedAsync(await DispatchedAsync()), Move.Complete, Saying("已完成。"));
                await ComesAsync(situation == Situation.CallDue, Day("2026-03-04")); // the working day before Thursday the 5th
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(situation), situation, null);
        }
    }

    private Task ComesAsync(bool comes, DateOnly day) => comes ? GoToAsync(day, new TimeOnly(10, 0)) : Task.CompletedTask;

    private async Task<string> WithTaskAsync()
    {
        var number = await AssignedAsync(await SupportedAsync(_support));
        await DoneAsync(_supportLiaison, number, Move.Assign, new MoveInput { PersonId = _supportOfficer.AccountId });
        return number;
    }

    private async Task<string> AssignedAsync(string number)
    {
        await DoneAsync(Liaison, number, Move.Accept);
        await DoneAsync(Liaison, number, Move.Assign, new MoveInput { PersonId = Officer.AccountId });
        return number;
    }
}
