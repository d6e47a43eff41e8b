using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Data;
using ServicePackage.Core.Demo;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets.Demo;

/// <summary>Turns the names and distances of a story's step into what the person would have typed.</summary>
internal sealed class StoryInput(Stage stage)
{
    private static readonly TimeSpan BeforeNoting = TimeSpan.FromMinutes(30);

    private readonly AttachmentService _files = stage.Services.GetRequiredService<AttachmentService>();
    private readonly TownClock _clock = stage.Services.GetRequiredService<TownClock>();
    private readonly Founding _town = stage.Services.GetRequiredService<Founding>();

    public async Task<MoveInput> OfAsync(Step step, string number, string title, string contact, Caller caller, string otherNumber) => new()
    {
        Text = step.Text,
        ForEnterprise = step.Tell,
        UnitId = step.Unit is null ? null : _town.Offices[step.Unit],
        SupportingUnitIds = [.. step.Supporting.Select(s => _town.Offices[s])],
        TaskText = step.Task,
        PersonId = step.Person is { } person ? _town.People[person] : step.Move == Move.Accept ? caller.AccountId : null,
        Day = DayIn(step.DueIn),
        SecondDay = DayIn(step.SecondIn),
        When = step.Move is Move.NoteContact or Move.NoteCall || IsSpoken(step) ? TownTime.Local(_clock.Now - BeforeNoting) : null,
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
        EndReason = step.Move == Move.End ? EndReason.OffRoster : null,
        Rating = step.Rating,
        Marks = step.Marks,
        WithWhom = step.Whom.Length > 0 || !IsSpoken(step) ? step.Whom : contact,
        Way = IsSpoken(step) ? ContactWay.Telephone : null,
        Improvement = step.Improve,
        ImprovementBy = step.ImproveBy,
        WhyNothing = step.WhyNothing,
        Internal = step.Internal,
        AboutId = await AboutAsync(step, number, caller),
        AttachmentIds = step.File is { } file && step.Move != Move.FileReply ? [await FileAsync(caller, file, title, step.Text)] : [],
        ScanId = step.Move == Move.FileReply ? await FileAsync(caller, step.File ?? "书面回复（盖章件）.pdf", title, step.Text) : null,
    };

    private static bool IsSpoken(Step step) => step.Who != "firm" && TicketProcedure.Rules.Any(r => r.Move == step.Move && r.Spoken);

    private DateOnly? DayIn(int? workingDays) => workingDays is { } days ? stage.Calendar.Add(_clock.Today, days) : null;

    /// <summary>The first open task, urge or referral that the move can be about.</summary>
    private async Task<long?> AboutAsync(Step step, string number, Caller caller)
    {
        if (step.Move is not (Move.AnswerUrge or Move.RecordReferralOutcome or Move.WaiveTask or Move.GiveBackTask or Move.FinishTask or Move.DeclineTask or Move.Contradict))
        {
            return null;
        }

        await using var db = await stage.Services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        var demand = db.Tickets.Where(t => t.Number == number);
        var open = demand.SelectMany(t => t.Tasks).Where(t => t.State == SupportingTaskState.Open);
        var ids = step.Move switch
        {
            Move.AnswerUrge => demand.SelectMany(t => t.Urges).Where(u => u.AnsweredAt == null).Select(u => u.Id),
            Move.RecordReferralOutcome => demand.SelectMany(t => t.Referrals).Where(r => r.OutcomeAt == null).Select(r => r.Id),
            Move.Contradict => demand.SelectMany(t => t.SpokenAnswers).Where(s => s.ContradictedAt == null).Select(s => s.Id),
            Move.WaiveTask => open.Select(t => t.Id),
            Move.GiveBackTask => demand.SelectMany(t => t.Tasks).Where(t => t.State == SupportingTaskState.Declined).Select(t => t.Id),
            _ => open.Where(t => db.Posts.Any(p => p.AccountId == caller.AccountId && p.OrganisationId == t.UnitId)).Select(t => t.Id),
        };
        return await ids.OrderBy(id => id).FirstAsync();
    }

    private async Task<Guid> FileAsync(Caller caller, string name, string title, string text)
    {
        await using var content = new MemoryStream(Letter.Pdf(title, text));
        return (await _files.StoreAsync(caller, name, content)).MustBeDone(name).Id;
    }
}
