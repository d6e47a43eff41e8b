using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Demo;

/// <summary>Turns the names and distances of a story's step into what the person would have typed.</summary>
internal sealed class StoryInput(IServiceProvider services, Founding town, WorkingCalendar calendar)
{
    private static readonly TimeSpan BeforeNoting = TimeSpan.FromMinutes(30);

    private readonly AttachmentService _files = services.GetRequiredService<AttachmentService>();
    private readonly TownClock _clock = services.GetRequiredService<TownClock>();

    public async Task<MoveInput> OfAsync(Step step, Ticket ticket, Caller caller, string otherNumber) => new()
    {
        Text = step.Text,
        UnitId = step.Unit is null ? null : town.Offices[step.Unit],
        SupportingUnitIds = [.. step.Supporting.Select(s => town.Offices[s])],
        TaskText = step.Task,
        PersonId = step.Person is { } person ? town.People[person] : step.Move == Move.Accept ? caller.AccountId : null,
        Day = DayIn(step.DueIn),
        SecondDay = DayIn(step.SecondIn),
        When = step.Move == Move.NoteContact ? TownTime.Local(_clock.Now - BeforeNoting) : null,
        Days = step.Days,
        Type = step.Type,
        Basis = step.Basis,
        Body = step.Body,
        Level = step.Level,
        Proceeding = step.Proceeding,
        CaseNumber = step.Case,
        OtherNumber = otherNumber,
        Agreed = step.Agreed,
        CarryTasks = step.Carry,
        Course = step.Course,
        Rating = step.Rating,
        Marks = step.Marks,
        WithWhom = step.Whom,
        Improvement = step.Improve,
        ImprovementBy = step.ImproveBy,
        WhyNothing = step.WhyNothing,
        Internal = step.Internal,
        AboutId = await AboutAsync(step, ticket, caller),
        AttachmentIds = step.File is { } file && step.Move != Move.FileReply ? [await FileAsync(caller, file, ticket.Title, step.Text)] : [],
        ScanId = step.Move == Move.FileReply ? await FileAsync(caller, step.File ?? "书面回复（盖章件）.pdf", ticket.Title, step.Text) : null,
    };

    private DateOnly? DayIn(int? workingDays) => workingDays is { } days ? calendar.Add(_clock.Today, days) : null;

    /// <summary>The first open task, urge or referral that the move can be about.</summary>
    private async Task<long?> AboutAsync(Step step, Ticket ticket, Caller caller)
    {
        switch (step.Move)
        {
            case Move.AnswerUrge:
                return ticket.Urges.First(u => u.AnsweredAt is null).Id;
            case Move.RecordReferralOutcome:
                return ticket.Referrals.First(r => r.OutcomeAt is null).Id;
            case Move.WaiveTask:
                return ticket.Tasks.First(t => t.State == SupportingTaskState.Open).Id;
            case Move.FinishTask or Move.DeclineTask:
                await using (var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync())
                {
                    var units = await db.Posts.Where(p => p.AccountId == caller.AccountId).Select(p => p.OrganisationId).ToListAsync();
                    return ticket.Tasks.First(t => t.State == SupportingTaskState.Open && units.Contains(t.UnitId)).Id;
                }

            default:
                return null;
        }
    }

    private async Task<Guid> FileAsync(Caller caller, string name, string title, string text)
    {
        await using var content = new MemoryStream(Letter.Pdf(title, text));
        return (await _files.StoreAsync(caller, name, content)).MustBeDone(name).Id;
    }
}
