using System.Text.Json.Serialization;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Events;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Packages;

/// <summary>
/// The package of one enterprise on one day 一企一服务包 (plan §三(二), §七(三)): what the live page shows, what an issued version keeps word for word, and
/// what a document is filled with. It says data where data will do; sentences made from conditions stand in both languages, because they cannot be made again once
/// facts and conditions have changed.
/// </summary>
public sealed record PackageContent
{
    /// <summary>The enterprise.</summary>
    public PackageEnterprise Enterprise { get; init; } = new(0, "", "", EnterpriseTier.Town, new Said("", ""));

    /// <summary>The day as of which it was put together (Shanghai).</summary>
    public DateOnly On { get; init; }

    /// <summary>Who serves the enterprise; null while nobody does.</summary>
    public PackagePerson? Butler { get; init; }

    /// <summary>The leaders who keep contact with the enterprise 联系领导, the district's before the town's.</summary>
    public IReadOnlyList<PackagePerson> Leaders { get; init; } = [];

    /// <summary>The general liaison, to turn to while no leader keeps contact with the enterprise; null otherwise.</summary>
    public PackagePerson? Leader { get; init; }

    /// <summary>The leaders to turn to, without one who is the butler: nobody is named twice.</summary>
    [JsonIgnore]
    public IEnumerable<PackagePerson> OtherLeaders => AllLeaders.Where(l => l.Name != Butler?.Name);

    /// <summary>The leaders to turn to: those who keep contact, or else the general liaison.</summary>
    [JsonIgnore]
    public IEnumerable<PackagePerson> AllLeaders => Leaders.Count > 0 ? Leaders : Leader is { } general ? [general] : [];

    /// <summary>What is worth doing now, at most <see cref="PackageRules.MostTasks"/> lines, by date; what has no date stands last.</summary>
    public IReadOnlyList<PackageTask> Tasks { get; init; } = [];

    /// <summary>How many more there would be.</summary>
    public int MoreTasks { get; init; }

    /// <summary>The clauses: by group; in each those put forward first, then what closes first.</summary>
    public IReadOnlyList<PackageClause> Clauses { get; init; } = [];

    /// <summary>The services that the enterprise has chosen, those that go on first.</summary>
    public IReadOnlyList<PackageService> Services { get; init; } = [];

    /// <summary>The events to come that it has signed up for, by their day.</summary>
    public IReadOnlyList<PackageSeat> Seats { get; init; } = [];

    /// <summary>What was recommended to it and it has not chosen.</summary>
    public IReadOnlyList<PackageRecommended> Recommended { get; init; } = [];

    /// <summary>Its open demands, the most pressing first.</summary>
    public IReadOnlyList<PackageDemand> Demands { get; init; } = [];

    /// <summary>What it has obtained in the year of <see cref="On"/>, the last first.</summary>
    public IReadOnlyList<PackageGrant> Obtained { get; init; } = [];

    /// <summary>What is new, gone, changed and obtained since the version before; null where there is none, and in the live package.</summary>
    public PackageChanges? Changes { get; init; }

    /// <summary>What of <see cref="Obtained"/> is money, in yuan: the sum of what was paid, and of what was granted and not paid yet.</summary>
    [JsonIgnore]
    public decimal ObtainedYuan => Obtained.Sum(o => o.Yuan ?? 0);

    /// <summary>The clauses of one group.</summary>
    public IEnumerable<PackageClause> In(PackageGroup group) => Clauses.Where(c => c.Group == group);
}

/// <summary>A text in both languages; the English one is empty where there is none.</summary>
public sealed record Said(string Chinese, string English)
{
    /// <summary>As the reader reads it.</summary>
    [JsonIgnore]
    public string Shown => Wording.Either(Chinese, English);

    /// <summary>What is said in each language by something that says it in the reader's.</summary>
    public static Said Of(Func<string> say)
    {
        var (chinese, english) = Wording.InBoth(say);
        return new Said(chinese, english == chinese ? "" : english);
    }
}

/// <summary>The enterprise of a package.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="CreditCode">Its unified social credit code.</param>
/// <param name="Tier">Of which list it is.</param>
/// <param name="City">Its economic city.</param>
public sealed record PackageEnterprise(long Id, string Name, string CreditCode, EnterpriseTier Tier, Said City);

/// <summary>Somebody to turn to.</summary>
/// <param name="Name">The person, or the office that stands in.</param>
/// <param name="Post">The post by which; null for an office.</param>
/// <param name="Phone">The telephone; may be empty.</param>
public sealed record PackagePerson(Said Name, PostKind? Post, string Phone)
{
    /// <summary>The office of a leader, as it is written; empty for others.</summary>
    public string Title { get; init; } = "";

    /// <summary>Of which level a leader is who keeps contact; null for others.</summary>
    public LeaderLevel? Level { get; init; }

    /// <summary>Who covers for the butler, beside them; null where nobody does.</summary>
    public PackageCover? Cover { get; init; }

    /// <summary>By what they are turned to, in the reader's language; empty for an office.</summary>
    [JsonIgnore]
    public string Role => Title.Length > 0 ? Title : Level is { } level ? Wording.Name(level) : Post is { } post ? Wording.Name(post) : "";
}

/// <summary>Who covers for an absent butler: it passes with its last day and makes no other package of it.</summary>
/// <param name="Name">The person.</param>
/// <param name="Phone">The telephone; may be empty.</param>
/// <param name="Until">Last day (Shanghai).</param>
public sealed record PackageCover(string Name, string Phone, DateOnly Until);

/// <summary>What sort of thing is worth doing.</summary>
public enum PackageTaskKind
{
    /// <summary>Apply under a clause before its window closes.</summary>
    Apply,

    /// <summary>Sign up for an event before the last day.</summary>
    SignUp,

    /// <summary>Answer: confirm or rate what was done for a demand, supplement it, say whether an offer is wanted, rate a service.</summary>
    Answer,

    /// <summary>Tell a figure, or that a list is complete, that would decide clauses.</summary>
    Tell,
}

/// <summary>A thing worth doing.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Text">What, in words: the title of the clause, the event, the demand, the service, or the name of the figure.</param>
/// <param name="By">The last day (Shanghai); null where there is none.</param>
/// <param name="About">What it leads to.</param>
public sealed record PackageTask(PackageTaskKind Kind, Said Text, DateOnly? By, PackageAbout About)
{
    /// <summary>What answer is asked for; null for what is no answer.</summary>
    public PackageAnswer? Answer { get; init; }

    /// <summary>For figures: how many clauses hang on it.</summary>
    public int Decides { get; init; }
}

/// <summary>What answers an enterprise is asked for.</summary>
public enum PackageAnswer
{
    /// <summary>Whether a demand is done.</summary>
    Confirm,

    /// <summary>How a demand was handled.</summary>
    Rate,

    /// <summary>What is missing of a demand.</summary>
    Supplement,

    /// <summary>Whether it wants what a unit has confirmed without an application.</summary>
    Agree,

    /// <summary>How a service was.</summary>
    RateService,

    /// <summary>That it has received a version of its package; in the live package alone.</summary>
    Acknowledge,
}

/// <summary>What a line of a package leads to.</summary>
/// <param name="Kind">The kind of subject: the name of its entity.</param>
/// <param name="Id">Its key; 0 where it is found by its code.</param>
/// <param name="Code">The number of a demand, the code of a figure; empty otherwise.</param>
public sealed record PackageAbout(string Kind, long Id, string Code = "");

/// <summary>How a clause stands in a package.</summary>
public enum PackageGroup
{
    /// <summary>可申报: the enterprise meets it.</summary>
    Met,

    /// <summary>待核实: it meets it but for what a person has to judge.</summary>
    ToVerify,

    /// <summary>潜力: it nearly meets it.</summary>
    WithinReach,
}

/// <summary>A clause in a package.</summary>
public sealed record PackageClause
{
    public long PolicyId { get; init; }

    /// <summary>Its key through all versions.</summary>
    public long ClauseId { get; init; }

    public PackageGroup Group { get; init; }

    /// <summary>Its number as in the text; may be empty.</summary>
    public string Number { get; init; } = "";

    public string Title { get; init; } = "";

    public string PolicyTitle { get; init; } = "";

    public string DocumentNumber { get; init; } = "";

    public PolicyLevel Level { get; init; }

    /// <summary>What the enterprise gets, in words.</summary>
    public string Benefit { get; init; } = "";

    /// <summary>What it would come to in a year; null where it gives no money or that cannot be reckoned.</summary>
    public Said? Amount { get; init; }

    /// <summary>The same in yuan.</summary>
    public Interval? Yuan { get; init; }

    /// <summary>Who carries it out; null where that is nobody of the town.</summary>
    public Said? Unit { get; init; }

    /// <summary>Whether it is for the named enterprises alone.</summary>
    public bool Personalised { get; init; }

    /// <summary>Whether it is granted without an application.</summary>
    public bool WithoutApplication { get; init; }

    /// <summary>How it stands with the window to apply.</summary>
    public WindowState Window { get; init; }

    public DateOnly? WindowFrom { get; init; }

    public DateOnly? WindowUntil { get; init; }

    /// <summary>What is missing: what lacks where it is within reach, what is to be judged where it is to be verified.</summary>
    public IReadOnlyList<Said> Missing { get; init; } = [];

    /// <summary>The conditions that decided: what there is, and what is asked.</summary>
    public IReadOnlyList<PackageReason> Reasons { get; init; } = [];

    /// <summary>Whether its policy does not say how long it holds, or that is not known.</summary>
    public bool ValidityUnknown { get; init; }

    /// <summary>What of its policy is still to be confirmed; empty where nothing is.</summary>
    public string ToConfirm { get; init; } = "";

    /// <summary>Whether it was invented for a demonstration.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Whether the butler put it forward.</summary>
    public bool IsPutForward { get; init; }

    /// <summary>What the butler says to it; may be empty.</summary>
    public string Word { get; init; } = "";

    /// <summary>Whether an application under it is under way.</summary>
    public bool IsAppliedFor { get; init; }

    /// <summary>The version of what was decided about it, to be given back with another decision; 0 in an issued version.</summary>
    public int Choice { get; init; }
}

/// <summary>A condition that decided how an enterprise stands to a clause.</summary>
/// <param name="Truth">Whether it is met.</param>
/// <param name="Text">What there is, and what is asked.</param>
public sealed record PackageReason(Truth Truth, Said Text);

/// <summary>A service that the enterprise has chosen.</summary>
public sealed record PackageService
{
    /// <summary>Key of the pick.</summary>
    public long PickId { get; init; }

    public long ServiceId { get; init; }

    public string Title { get; init; } = "";

    public ServiceClass Class { get; init; }

    /// <summary>Who gives it.</summary>
    public Said Provider { get; init; } = new("", "");

    public bool IsCommercial { get; init; }

    public ServiceFee Fee { get; init; }

    public PickState State { get; init; }

    /// <summary>Whom to ask at the provider.</summary>
    public string Contact { get; init; } = "";

    public string Phone { get; init; } = "";

    /// <summary>The day on which it was given (Shanghai); null before.</summary>
    public DateOnly? DeliveredOn { get; init; }
}

/// <summary>A seat at an event to come, or a place on its waiting list.</summary>
/// <param name="EventId">The event.</param>
/// <param name="Title">What it is called.</param>
/// <param name="StartsAt">When it begins (UTC).</param>
/// <param name="EndsAt">When it ends (UTC).</param>
/// <param name="Where">Where it takes place.</param>
/// <param name="State">Whether it has a seat or waits for one.</param>
/// <param name="People">For how many people.</param>
/// <param name="InLine">The place on the waiting list, from 1 on; 0 of a seat.</param>
public sealed record PackageSeat(long EventId, string Title, DateTime StartsAt, DateTime EndsAt, string Where, SeatState State, int People, int InLine);

/// <summary>A service that was recommended.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Provider">Who gives it.</param>
/// <param name="Why">Why it was recommended.</param>
/// <param name="By">By whom.</param>
public sealed record PackageRecommended(long ServiceId, string Title, Said Provider, string Why, string By);

/// <summary>An open demand.</summary>
public sealed record PackageDemand
{
    public long Id { get; init; }

    public string Number { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>Where it stands, as the enterprise reads it.</summary>
    public TicketState State { get; init; }

    public Lamp Lamp { get; init; }

    /// <summary>The last day of its most pressing clock (Shanghai); null where none runs.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Who handles it; null before it is dispatched.</summary>
    public Said? Unit { get; init; }
}

/// <summary>Something obtained under a clause.</summary>
public sealed record PackageGrant
{
    /// <summary>Key of the application.</summary>
    public long Id { get; init; }

    public long ClauseId { get; init; }

    public string Title { get; init; } = "";

    public string PolicyTitle { get; init; } = "";

    /// <summary>What was paid, or else granted, in yuan; null where it is no money.</summary>
    public decimal? Yuan { get; init; }

    /// <summary>The day it was paid, or else granted (Shanghai).</summary>
    public DateOnly Day { get; init; }

    /// <summary>Whether the money is still to come.</summary>
    public bool IsUnpaid { get; init; }
}
