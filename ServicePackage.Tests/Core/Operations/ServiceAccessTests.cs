using System.Collections;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Boards;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Demo;
using ServicePackage.Core.Documents;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Events;
using ServicePackage.Core.FollowUps;
using ServicePackage.Core.History;
using ServicePackage.Core.Jobs;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Packages;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Roster;
using ServicePackage.Core.Search;
using ServicePackage.Core.Setup;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Operations;

/// <summary>
/// Every method of a service that somebody calls, called by everybody, about an enterprise, its dispatched demand, an organisation, and the
/// notice, file and account of somebody else. +: lets them in, whatever it then says of what is given · e: lets them in, and they find
/// nothing · x: they may not · 0: it does not exist for them. A method that does not stand in the table fails.
/// </summary>
public abstract class ServiceAccessTests(TestDatabase database) : TicketTests(database)
{
    private static readonly string[] NotAllowed =
        [Refusal.NotAllowed.Code, "Enterprise.CentreOnly", "Butler.CentreOnly", "Leader.KeptByCentre", "Cover.NotTheirs", "Cover.NotAll", "Cover.MayNotGive", "Cover.NotYours", "Organisation.AdministratorOnly", "Contact.NotYours", "NotYourMove", "NotServing", "Import.CertifiesNothing"];

    /// <summary>
    /// E: the enterprise's person · X: another enterprise's · B: its butler · U: an officer of the lead unit · W: of another unit · G: a specialist of its
    /// economic city · C: a dispatcher · L: the Centre's lead · T: a town leader · A: an administrator · D: an auditor · N: somebody without a post.
    /// </summary>
    private const string People = "EXBUWGCLTADN";

    private sealed record Act(string Expected, Func<Stage, Caller, Task<(Refusal? Refusal, bool Empty)>> CallAsync);

    private sealed record Stage(IServiceProvider Services, string Number, int Version, long TicketId, long ClockId, long EnterpriseId, long UnitId, Caller Other, Guid File, Guid OthersFile, long NoticeId, long EntryId)
    {
        public static Guid New => Guid.NewGuid();

        /// <summary>Its butler.</summary>
        public long ButlerId { get; init; }

        /// <summary>A cover for its butler that is over.</summary>
        public long CoverId { get; init; }

        /// <summary>A leader who keeps contact with it.</summary>
        public long LeaderId { get; init; }

        /// <summary>That contact.</summary>
        public long LedId { get; init; }

        /// <summary>A policy of the lead unit that was published, with a clause that it carries out.</summary>
        public long PolicyId { get; init; }

        public long ClauseId { get; init; }

        /// <summary>Another clause of it, granted without application.</summary>
        public long OfferedClauseId { get; init; }

        /// <summary>What the enterprise applied for under the first.</summary>
        public long ApplicationId { get; init; }

        /// <summary>That the enterprise is interested in it.</summary>
        public long AnswerId { get; init; }

        /// <summary>A policy that it drafts.</summary>
        public long DraftId { get; init; }

        /// <summary>The clause of that draft.</summary>
        public long DraftClauseId { get; init; }

        /// <summary>A service that was published, entered by the lead unit.</summary>
        public long ServiceId { get; init; }

        /// <summary>One that it drafts.</summary>
        public long ServiceDraftId { get; init; }

        /// <summary>What the enterprise picked of the first; its provider has nobody with an account.</summary>
        /// <summary>What of it stands on a monthly run.</summary>
        public long FollowUpId { get; init; }

        /// <summary>A package of the enterprise that was handed over.</summary>
        public long PackageId { get; init; }

        public long PickId { get; init; }

        /// <summary>An event to come that was published, held by the lead unit.</summary>
        public long EventId { get; init; }

        /// <summary>One that it drafts.</summary>
        public long EventDraftId { get; init; }

        /// <summary>The enterprise's seat at the first.</summary>
        public long SeatId { get; init; }

        public EventAct EventDraft => new(EventDraftId, -1);

        public ServiceAct ServiceDraft => new(ServiceDraftId, -1);

        public DraftAct Draft => new(DraftId, -1);
    }

    private static readonly Dictionary<string, Act> Table = new()
    {
        //                                                             EXBUWGCLTADN
        ["AccountGaps.WithoutPostAsync"] = Of<AccountGaps, Page<AccountRow>>("000000000+00", (s, t, c) => s.WithoutPostAsync(c, 10)),
        ["AccountService.ListAsync"] = Of<AccountService, Page<AccountRow>>("000000000+00", (s, t, c) => s.ListAsync(c, new AccountFilter())),
        ["AccountService.GetAsync"] = Of<AccountService, AccountDetails>("000000000+00", (s, t, c) => s.GetAsync(c, t.Other.AccountId)),
        ["AccountService.GetAsync, oneself"] = Of<AccountService, AccountDetails>("000000000+00", (s, t, c) => s.GetAsync(c, c.AccountId)),
        ["AccountService.CreateAsync"] = Of<AccountService, long>("000000000+00", (s, t, c) => s.CreateAsync(c, Stage.New, new NewAccountInput())),
        ["AccountService.ChangeAsync"] = Of<AccountService, Nothing>("000000000+00", (s, t, c) => s.ChangeAsync(c, Stage.New, new AccountInput { Id = t.Other.AccountId, Version = -1 })),
        ["AccountService.SetPostsAsync"] = Of<AccountService, Nothing>("000000000+00", (s, t, c) => s.SetPostsAsync(c, Stage.New, new PostsInput { Id = t.Other.AccountId, Version = -1 })),
        ["AccountService.ResetPasswordAsync"] = Of<AccountService, Nothing>("000000000+00", (s, t, c) => s.ResetPasswordAsync(c, Stage.New, new PasswordInput { Id = t.Other.AccountId, Version = -1 })),
        ["AccountService.DisableAsync"] = Of<AccountService, Nothing>("000000000+00", (s, t, c) => s.DisableAsync(c, Stage.New, t.Other.AccountId, -1)),
        ["AccountService.EnableAsync"] = Of<AccountService, Nothing>("000000000+00", (s, t, c) => s.EnableAsync(c, Stage.New, t.Other.AccountId, -1)),
        ["AccountSessions.ListAsync"] = Of<AccountSessions, IReadOnlyList<SessionRow>>("000000000+00", (s, t, c) => s.ListAsync(c, t.Other.AccountId)),
        ["AccountSessions.ListAsync, oneself"] = Of<AccountSessions, IReadOnlyList<SessionRow>>("++++++++++++", (s, t, c) => s.ListAsync(c, c.AccountId)),
        ["AccountSessions.EndAsync"] = Of<AccountSessions, Nothing>("000000000+00", (s, t, c) => s.EndAsync(c, Stage.New, t.Other.AccountId, Guid.NewGuid())),
        ["AccountSessions.EndAllAsync"] = Of<AccountSessions, int>("000000000+00", (s, t, c) => s.EndAllAsync(c, Stage.New, t.Other.AccountId)),
        ["PasswordService.ChangeAsync"] = Of<PasswordService, Nothing>("++++++++++++", (s, t, c) => s.ChangeAsync(c, Stage.New, new ChangePasswordInput("", "", ""))),
        ["MeService.ReadAsync"] = Of<MeService, Me>("++++++++++++", (s, t, c) => s.ReadAsync(c)),

        ["AttachmentService.StoreAsync"] = Of<AttachmentService, AttachmentItem>("++++++++++++", (s, t, c) => s.StoreAsync(c, "空.pdf", Stream.Null)),
        ["AttachmentService.OpenAsync"] = Of<AttachmentService, AttachmentContent>("+0++0++++000", (s, t, c) => s.OpenAsync(c, t.File)),
        ["AttachmentService.OpenAsync, another's"] = Of<AttachmentService, AttachmentContent>("000000000000", (s, t, c) => s.OpenAsync(c, t.OthersFile)),
        ["AttachmentService.DiscardAsync"] = Of<AttachmentService, Nothing>("000000000000", (s, t, c) => s.DiscardAsync(c, Stage.New, t.OthersFile)),

        ["BoardService.GetAsync"] = Of<BoardService, Board>("00+00+0++000", (s, t, c) => s.GetAsync(c, new BoardFilter())),
        ["BoardService.CardAsync"] = Of<BoardService, BoardCard>("00+000000000", (s, t, c) => s.CardAsync(c, t.EnterpriseId)),
        ["BoardService.LastChangesAsync"] = Of<BoardService, IReadOnlyList<LastChange>>("ee+eeeeeeeee", (s, t, c) => s.LastChangesAsync(c, [t.EnterpriseId])),

        ["CoverReader.ListAsync"] = Of<CoverReader, ButlersView>("00+000++0000", (s, _, c) => s.ListAsync(c, 0, 50)),
        ["CoverReader.ChoicesAsync"] = Of<CoverReader, CoverChoices>("00+xxx++xxxx", (s, t, c) => s.ChoicesAsync(c, t.ButlerId)),
        ["CoverService.GiveAsync"] = Of<CoverService, long>("00+xxx++xxxx", (s, t, c) => s.GiveAsync(c, Stage.New, new CoverInput { AbsentId = t.ButlerId, CovererId = t.Other.AccountId, From = TownTime.DayOf(Town.Start), Until = TownTime.DayOf(Town.Start), Reason = "出差" })),
        ["CoverService.EndAsync"] = Of<CoverService, Nothing>("00+000++0000", (s, t, c) => s.EndAsync(c, Stage.New, new CoverEndInput { Id = t.CoverId, Version = -1 })),
        ["LeaderService.ListAsync"] = Of<LeaderService, LeaderList>("000000+++000", (s, _, c) => s.ListAsync(c, new LeaderFilter())),
        ["LeaderService.GetAsync"] = Of<LeaderService, LeaderDetails>("000000++0000", (s, t, c) => s.GetAsync(c, t.LeaderId)),
        ["LeaderService.AccountsAsync"] = Of<LeaderService, IReadOnlyList<LeaderChoice>>("00xxxx++xxxx", (s, t, c) => s.AccountsAsync(c, t.LeaderId)),
        ["LeaderService.EnterAsync"] = Of<LeaderService, long>("00xxxx++xxxx", (s, _, c) => s.EnterAsync(c, Stage.New, new LeaderInput())),
        ["LeaderService.ChangeAsync"] = Of<LeaderService, Nothing>("000000++0000", (s, t, c) => s.ChangeAsync(c, Stage.New, new LeaderInput { Id = t.LeaderId, Version = -1 })),
        ["LeaderService.LeaveAsync"] = Of<LeaderService, Nothing>("000000++0000", (s, t, c) => s.LeaveAsync(c, Stage.New, t.LeaderId, -1)),
        ["LeaderContactReader.OfAsync"] = Of<LeaderContactReader, EnterpriseLeaders>("+0++0+++++00", (s, t, c) => s.OfAsync(c, t.EnterpriseId)),
        ["LeaderContactReader.EnterprisesAsync"] = Of<LeaderContactReader, Page<LedEnterprise>>("000000++0000", (s, t, c) => s.EnterprisesAsync(c, t.LeaderId, 0, 50)),
        ["LeaderContactReader.LeadersAsync"] = Of<LeaderContactReader, IReadOnlyList<LeaderChoice>>("00xxxx++xxxx", (s, _, c) => s.LeadersAsync(c, LeaderLevel.Town)),
        ["LeaderContactReader.UnledAsync"] = Of<LeaderContactReader, IReadOnlyList<UnledEnterprise>>("00xxxx++xxxx", (s, t, c) => s.UnledAsync(c, t.LeaderId, "")),
        ["LeaderContactService.NameAsync"] = Of<LeaderContactService, int>("00xxxx++xxxx", (s, _, c) => s.NameAsync(c, Stage.New, new LeaderContactInput())),
        ["LeaderContactService.EndAsync"] = Of<LeaderContactService, Nothing>("00xx0x++xx00", (s, t, c) => s.EndAsync(c, Stage.New, new LeaderContactEndInput { Id = t.LedId, Version = -1 })),
        ["LeaderContactService.HandOverAsync"] = Of<LeaderContactService, int>("000000++0000", (s, t, c) => s.HandOverAsync(c, Stage.New, new LeaderHandOverInput { FromId = t.LeaderId })),
        ["ButlerService.OfAsync"] = Of<ButlerService, ButlerCard>("+0++0+++++00", (s, t, c) => s.OfAsync(c, t.EnterpriseId)),
        ["ButlerService.CandidatesAsync"] = Of<ButlerService, ButlerCandidates>("x0xx0x++xx00", (s, t, c) => s.CandidatesAsync(c, t.EnterpriseId)),
        ["ButlerService.AssignAsync"] = Of<ButlerService, Nothing>("x0xx0x++x+00", (s, t, c) => s.AssignAsync(c, Stage.New, new ButlerInput { EnterpriseId = t.EnterpriseId })),
        ["ButlerService.HandOverAsync"] = Of<ButlerService, Nothing>("x0xx0x++xx00", (s, t, c) => s.HandOverAsync(c, Stage.New, new ButlerInput { EnterpriseId = t.EnterpriseId })),
        ["ButlerService.HandOverAllAsync"] = Of<ButlerService, int>("00xxxx++xxxx", (s, t, c) => s.HandOverAllAsync(c, Stage.New, new CaseloadInput { FromAccountId = t.Other.AccountId })),
        ["ContactBatch.ProposeAsync"] = Of<ContactBatch, ContactProposal>("++++++++++++", (s, t, c) => s.ProposeAsync(c, new SpreadContactsInput())),
        ["ContactService.OfAsync"] = Of<ContactService, IReadOnlyList<ContactView>>("e0+e0++++e00", (s, t, c) => s.OfAsync(c, t.EnterpriseId)),
        ["ContactService.KeepsAsync"] = Of<ContactService, bool>("+0++0+++++00", (s, t, c) => s.KeepsAsync(c, t.EnterpriseId)),
        ["ContactService.PlanContactAsync"] = Of<ContactService, long>("x0+x0++++x00", (s, t, c) => s.PlanContactAsync(c, Stage.New, new PlanContactInput { EnterpriseId = t.EnterpriseId })),
        ["ContactService.RecordContactAsync"] = Of<ContactService, long>("x0+x0++++x00", (s, t, c) => s.RecordContactAsync(c, Stage.New, new RecordContactInput { EnterpriseId = t.EnterpriseId })),
        ["ContactService.GiveUpPlanAsync"] = Of<ContactService, Nothing>("x0+x0++++x00", (s, t, c) => s.GiveUpPlanAsync(c, Stage.New, t.EnterpriseId, 0, 0)),

        ["DemandServices.OfAsync"] = Of<DemandServices, IReadOnlyList<ServiceRow>>("e0ee0eeee000", (s, t, c) => s.OfAsync(c, t.Number)),
        ["DemandClauses.OfAsync"] = Of<DemandClauses, IReadOnlyList<ClauseForIt>>("e0ee0eeee000", (s, t, c) => s.OfAsync(c, t.Number)),
        ["CertifiedFactService.GetAsync"] = Of<CertifiedFactService, CertifiedFactsView>("00++++++++++", (s, t, c) => s.GetAsync(c, t.UnitId)),
        ["CertifiedFactService.ChooseAsync"] = Of<CertifiedFactService, Nothing>("00xxxx++x+xx", (s, t, c) => s.ChooseAsync(c, Stage.New, new CertifiedFactsInput { OrganisationId = t.UnitId })),
        ["EnterpriseFactService.ReadAsync"] = Of<EnterpriseFactService, FactFile>("+0++0+++++00", (s, t, c) => s.ReadAsync(c, t.EnterpriseId)),
        ["EnterpriseFactService.RecordAsync"] = Of<EnterpriseFactService, Nothing>("+0+x0+++xx00", (s, t, c) => s.RecordAsync(c, Stage.New, new FactInput { EnterpriseId = t.EnterpriseId })),
        ["EnterpriseFactService.TakeBackAsync"] = Of<EnterpriseFactService, Nothing>("+0+x0+++xx00", (s, t, c) => s.TakeBackAsync(c, Stage.New, t.EnterpriseId, 0)),

        ["EnterpriseListService.ReadAsync"] = Of<EnterpriseListService, ListFile>("+0++0+++++00", (s, t, c) => s.ReadAsync(c, t.EnterpriseId)),
        ["EnterpriseListService.RecordAsync"] = Of<EnterpriseListService, Nothing>("+0+x0+++xx00", (s, t, c) => s.RecordAsync(c, Stage.New, new ListItemInput { EnterpriseId = t.EnterpriseId })),
        ["EnterpriseListService.CorrectAsync"] = Of<EnterpriseListService, Nothing>("+0+x0+++xx00", (s, t, c) => s.CorrectAsync(c, Stage.New, new ListItemInput { EnterpriseId = t.EnterpriseId })),
        ["EnterpriseListService.TakeBackAsync"] = Of<EnterpriseListService, Nothing>("+0+x0+++xx00", (s, t, c) => s.TakeBackAsync(c, Stage.New, t.EnterpriseId, 0)),
        ["EnterpriseListService.DeclareCompleteAsync"] = Of<EnterpriseListService, Nothing>("+0+x0+++xx00", (s, t, c) => s.DeclareCompleteAsync(c, Stage.New, new ListClosingInput { EnterpriseId = t.EnterpriseId })),
        ["EnterpriseListService.UndeclareAsync"] = Of<EnterpriseListService, Nothing>("+0+x0+++xx00", (s, t, c) => s.UndeclareAsync(c, Stage.New, t.EnterpriseId, 0)),

        ["EnterpriseService.ListAsync"] = Of<EnterpriseService, Page<EnterpriseRow>>("++++e+++++ee", (s, t, c) => s.ListAsync(c, new EnterpriseFilter())),
        ["EnterpriseService.ChoicesAsync"] = Of<EnterpriseService, EnterpriseChoices>("++++++++++++", (s, t, c) => s.ChoicesAsync(c)),
        ["EnterpriseService.GetAsync"] = Of<EnterpriseService, EnterpriseDetails>("+0++0+++++00", (s, t, c) => s.GetAsync(c, t.EnterpriseId)),
        ["EnterpriseService.CreateAsync"] = Of<EnterpriseService, long>("00xxxx++x+xx", (s, t, c) => s.CreateAsync(c, Stage.New, new NewEnterpriseInput())),
        ["EnterpriseService.ChangeAsync"] = Of<EnterpriseService, Nothing>("x0xx0x++xx00", (s, t, c) => s.ChangeAsync(c, Stage.New, new EnterpriseInput { Id = t.EnterpriseId, Version = -1 })),
        ["EnterpriseService.ChangeContactPersonAsync"] = Of<EnterpriseService, Nothing>("+0xx0+++xx00", (s, t, c) => s.ChangeContactPersonAsync(c, Stage.New, new ContactPersonInput { Id = t.EnterpriseId, Version = -1 })),
        ["EnterpriseService.CorrectCreditCodeAsync"] = Of<EnterpriseService, Nothing>("x0xx0x++xx00", (s, t, c) => s.CorrectCreditCodeAsync(c, Stage.New, new CreditCodeInput { Id = t.EnterpriseId, Version = -1 })),
        ["EnterpriseService.LeaveRosterAsync"] = Of<EnterpriseService, Nothing>("x0xx0x++xx00", (s, t, c) => s.LeaveRosterAsync(c, Stage.New, new RosterInput { Id = t.EnterpriseId, Version = -1 })),
        ["EnterpriseService.RejoinRosterAsync"] = Of<EnterpriseService, Nothing>("x0xx0x++xx00", (s, t, c) => s.RejoinRosterAsync(c, Stage.New, new RosterInput { Id = t.EnterpriseId, Version = -1 })),

        ["FollowUpService.ReadAsync"] = Of<FollowUpService, FollowUpSheet>("00+000++0000", (s, t, c) => s.ReadAsync(c, new FollowUpFilter())),
        ["FollowUpService.TownAsync"] = Of<FollowUpService, FollowUpTown>("000000++0000", (s, t, c) => s.TownAsync(c, new FollowUpFilter())),
        ["FollowUpService.OpenAsync"] = Of<FollowUpService, int>("++++++++++++", (s, t, c) => s.OpenAsync(c)),
        ["FollowUpService.EndAsync"] = Of<FollowUpService, Nothing>("00+000xx0000", (s, t, c) => s.EndAsync(c, Stage.New, new EndFollowUpInput { Id = t.FollowUpId })),

        ["JobService.ListAsync"] = Of<JobService, IReadOnlyList<JobView>>("000000000+00", (s, t, c) => s.ListAsync(c)),
        ["JobService.FailedAsync"] = Of<JobService, Page<FailedItemView>>("000000000e00", (s, t, c) => s.FailedAsync(c, 0, 10)),
        ["JobService.TryFailedAgainAsync"] = Of<JobService, int>("000000000+00", (s, t, c) => s.TryFailedAgainAsync(c, Stage.New, "TicketSweep")),
        ["JobService.AllowRunAsync"] = Of<JobService, Nothing>("000000000+00", (s, t, c) => s.AllowRunAsync(c, Stage.New, "TicketSweep")),
        ["MailDesk.ReadAsync"] = Of<MailDesk, MailState>("000000000+00", (s, t, c) => s.ReadAsync(c)),
        ["MailDesk.SendFailedAgainAsync"] = Of<MailDesk, int>("000000000+00", (s, t, c) => s.SendFailedAgainAsync(c, Stage.New)),
        ["MailWishService.GetAsync"] = Of<MailWishService, MailWishView>("++++++++++++", (s, t, c) => s.GetAsync(c)),
        ["MailWishService.SetWeeklyAsync"] = Of<MailWishService, Nothing>("++++++++++++", (s, t, c) => s.SetWeeklyAsync(c, Stage.New, off: true)),
        ["MailWishService.SaveAsync"] = Of<MailWishService, Nothing>("++++++++++++", (s, t, c) => s.SaveAsync(c, Stage.New, new MailWishInput())),

        ["NoticeService.ListAsync"] = Of<NoticeService, Page<NoticeRow>>("+eeeeeeeeeee", (s, t, c) => s.ListAsync(c, new NoticeFilter())),
        ["NoticeService.UnreadAsync"] = Of<NoticeService, int>("++++++++++++", (s, t, c) => s.UnreadAsync(c)),
        ["NoticeService.NewestAsync"] = Of<NoticeService, long>("++++++++++++", (s, t, c) => s.NewestAsync(c)),
        ["NoticeService.MarkReadAsync"] = Of<NoticeService, Nothing>("+00000000000", (s, t, c) => s.MarkReadAsync(c, Stage.New, t.NoticeId)),
        ["NoticeService.MarkAllReadAsync"] = Of<NoticeService, int>("++++++++++++", (s, t, c) => s.MarkAllReadAsync(c, Stage.New, 0)),

        ["OrganisationService.ListAsync"] = Of<OrganisationService, Page<OrganisationRow>>("00++++++++++", (s, t, c) => s.ListAsync(c, new OrganisationFilter())),
        ["OrganisationService.GetAsync"] = Of<OrganisationService, OrganisationDetails>("00++++++++++", (s, t, c) => s.GetAsync(c, t.UnitId)),
        ["OrganisationService.TaskForceAsync"] = Of<OrganisationService, TaskForce>("00++++++++++", (s, t, c) => s.TaskForceAsync(c)),
        ["OrganisationService.CreateAsync"] = Of<OrganisationService, long>("00xxxxxxx+xx", (s, t, c) => s.CreateAsync(c, Stage.New, new NewOrganisationInput())),
        ["OrganisationService.ChangeAsync"] = Of<OrganisationService, Nothing>("00xxxxxxx+xx", (s, t, c) => s.ChangeAsync(c, Stage.New, new OrganisationInput { Id = t.UnitId, Version = -1 })),
        ["OrganisationService.DisableAsync"] = Of<OrganisationService, Nothing>("00xxxxxxx+xx", (s, t, c) => s.DisableAsync(c, Stage.New, t.UnitId, -1)),
        ["OrganisationService.EnableAsync"] = Of<OrganisationService, Nothing>("00xxxxxxx+xx", (s, t, c) => s.EnableAsync(c, Stage.New, t.UnitId, -1)),
        ["OrganisationMerge.PreviewAsync"] = Of<OrganisationMerge, MergePreview>("00xxxxxxx+xx", (s, t, c) => s.PreviewAsync(c, t.UnitId)),
        ["OrganisationMerge.MergeAsync"] = Of<OrganisationMerge, Merged>("00xxxxxxx+xx", (s, t, c) => s.MergeAsync(c, Stage.New, new MergeInput { Id = t.UnitId, Version = -1 })),

        ["PolicyService.ListAsync"] = Of<PolicyService, ClauseList>("++++++++++++", (s, t, c) => s.ListAsync(c, new PolicyFilter())),
        ["PolicyService.ChoicesAsync"] = Of<PolicyService, PolicyChoices>("++++++++++++", (s, t, c) => s.ChoicesAsync(c)),
        ["PolicyService.GetAsync"] = Of<PolicyService, PolicyDetails>("++++++++++++", (s, t, c) => s.GetAsync(c, t.PolicyId)),
        ["PolicyService.GetAsync, a draft's"] = Of<PolicyService, PolicyDetails>("000+00++0000", (s, t, c) => s.GetAsync(c, t.DraftId)),
        ["PolicyService.OfClauseAsync"] = Of<PolicyService, long>("++++++++++++", (s, t, c) => s.OfClauseAsync(c, t.ClauseId)),
        ["DraftReader.ListAsync"] = Of<DraftReader, DraftList>("000+++++0000", (s, t, c) => s.ListAsync(c, new DraftFilter())),
        ["DraftReader.AwaitingAsync"] = Of<DraftReader, int>("++++++++++++", (s, t, c) => s.AwaitingAsync(c)),
        ["DraftReader.ChoicesAsync"] = Of<DraftReader, DraftChoices>("000+++++0000", (s, t, c) => s.ChoicesAsync(c)),
        ["DraftReader.ReadAsync"] = Of<DraftReader, DraftView>("000+00++0000", (s, t, c) => s.ReadAsync(c, t.DraftId)),
        ["PolicyDraftService.NewAsync"] = Of<PolicyDraftService, long>("00x+++++xxxx", (s, t, c) => s.NewAsync(c, Stage.New, new PolicyInput())),
        ["PolicyDraftService.SaveAsync"] = Of<PolicyDraftService, Nothing>("000+00++0000", (s, t, c) => s.SaveAsync(c, Stage.New, new PolicyInput { Id = t.DraftId, Version = -1 })),
        ["PolicyDraftService.RemoveFileAsync"] = Of<PolicyDraftService, Nothing>("000+00++0000", (s, t, c) => s.RemoveFileAsync(c, Stage.New, t.Draft, t.File)),
        ["PolicyDraftService.SplitAsync"] = Of<PolicyDraftService, Nothing>("000+00++0000", (s, t, c) => s.SplitAsync(c, Stage.New, t.Draft)),
        ["PolicyDraftService.SaveClauseAsync"] = Of<PolicyDraftService, Nothing>("000+00++0000", (s, t, c) => s.SaveClauseAsync(c, Stage.New, new ClauseInput { PolicyId = t.DraftId, Version = -1 })),
        ["PolicyDraftService.MoveClauseAsync"] = Of<PolicyDraftService, Nothing>("000+00++0000", (s, t, c) => s.MoveClauseAsync(c, Stage.New, t.Draft, t.ClauseId, up: true)),
        ["PolicyDraftService.RemoveClauseAsync"] = Of<PolicyDraftService, Nothing>("000+00++0000", (s, t, c) => s.RemoveClauseAsync(c, Stage.New, t.Draft, t.ClauseId)),
        ["PolicyDraftService.SubmitAsync"] = Of<PolicyDraftService, Nothing>("000+00++0000", (s, t, c) => s.SubmitAsync(c, Stage.New, t.Draft)),
        ["PolicyDraftService.TakeBackAsync"] = Of<PolicyDraftService, Nothing>("000+00++0000", (s, t, c) => s.TakeBackAsync(c, Stage.New, t.Draft)),
        ["PolicyDraftService.DiscardAsync"] = Of<PolicyDraftService, bool>("000+00++0000", (s, t, c) => s.DiscardAsync(c, Stage.New, t.Draft)),
        ["PolicyDraftService.NewVersionAsync"] = Of<PolicyDraftService, Nothing>("xxx+xx++xxxx", (s, t, c) => s.NewVersionAsync(c, Stage.New, new DraftAct(t.PolicyId, -1))),
        ["ClauseConditionService.ReadAsync"] = Of<ClauseConditionService, ClauseConditionView>("000+00++0000", (s, t, c) => s.ReadAsync(c, t.DraftId, t.DraftClauseId)),
        ["ClauseConditionService.GapsAsync"] = Of<ClauseConditionService, FactGaps>("000+00++0000", (s, t, c) => s.GapsAsync(c, t.DraftId, [new Asked("staff")])),
        ["ClauseConditionService.SaveAsync"] = Of<ClauseConditionService, Nothing>("000+00++0000", (s, t, c) => s.SaveAsync(c, Stage.New, new ClauseConditionInput { PolicyId = t.DraftId, ClauseId = t.DraftClauseId, Version = -1 })),
        ["PolicyReviewService.PublishAsync"] = Of<PolicyReviewService, Nothing>("000x00++0000", (s, t, c) => s.PublishAsync(c, Stage.New, new PublishInput { PolicyId = t.DraftId, Version = -1 })),
        ["PolicyReviewService.SendBackAsync"] = Of<PolicyReviewService, Nothing>("000x00++0000", (s, t, c) => s.SendBackAsync(c, Stage.New, new SendBackInput { PolicyId = t.DraftId, Version = -1 })),
        ["PolicyReviewService.WithdrawAsync"] = Of<PolicyReviewService, Nothing>("xxxxxx++xxxx", (s, t, c) => s.WithdrawAsync(c, Stage.New, new WithdrawInput { PolicyId = t.PolicyId, Version = -1 })),
        ["InterpretationService.WriteAsync"] = Of<InterpretationService, Nothing>("xxx+xxxxxxxx", (s, t, c) => s.WriteAsync(c, Stage.New, new InterpretationInput { ClauseId = t.ClauseId, Seen = -1 })),
        ["MatchService.OfEnterpriseAsync"] = Of<MatchService, MatchSheet>("+0+x0+++xx00", (s, t, c) => s.OfEnterpriseAsync(c, t.EnterpriseId)),
        ["MatchService.OfPolicyAsync"] = Of<MatchService, IReadOnlyDictionary<long, Eligibility>>("++eeeeeeeeee", (s, t, c) => s.OfPolicyAsync(c, t.PolicyId)), // of the caller's own enterprise
        ["MatchService.OfClauseAsync"] = Of<MatchService, ClauseSheet>("xxx+xx++xxxx", (s, t, c) => s.OfClauseAsync(c, t.PolicyId, t.ClauseId, new EnterpriseMatchFilter())),
        ["ClauseEnterpriseSheet.WriteAsync"] = Of<ClauseEnterpriseSheet, ClauseEnterpriseFile>("xxx+xx++xxxx", (s, t, c) => s.WriteAsync(c, t.PolicyId, t.ClauseId, new EnterpriseMatchFilter())),
        ["ClausePreviewService.CompareAsync"] = Of<ClausePreviewService, PreviewComparison>("000x00++0000", (s, t, c) => s.CompareAsync(c, t.DraftId, t.DraftClauseId, new Named("sme"), new Named("sme"))),
        ["ClausePreviewService.PreviewAsync"] = Of<ClausePreviewService, ConditionPreview>("000+00++0000", (s, t, c) => s.PreviewAsync(c, t.DraftId, t.DraftClauseId, new Named("sme"))),
        ["ClauseAnswerService.SayAsync"] = Of<ClauseAnswerService, Nothing>("+0+x0+++xx00", (s, t, c) => s.SayAsync(c, Stage.New, new ClauseAnswerInput { EnterpriseId = t.EnterpriseId, ClauseId = t.ClauseId, Seen = -1 })),
        ["ApplicationReader.ListAsync"] = Of<ApplicationReader, ApplicationList>("++++++++++++", (s, t, c) => s.ListAsync(c, new ApplicationFilter())), // of those they see
        ["ApplicationReader.UnderAsync"] = Of<ApplicationReader, IReadOnlyList<ApplicationRow>>("+e++e++++eee", (s, t, c) => s.UnderAsync(c, t.ClauseId, [t.EnterpriseId])),
        ["ApplicationReader.GetAsync"] = Of<ApplicationReader, ApplicationRow>("+0++0++++000", (s, t, c) => s.GetAsync(c, t.ApplicationId)),
        ["ApplicationReader.WaitingAsync"] = Of<ApplicationReader, WaitingApplications>("++++++++++++", (s, t, c) => s.WaitingAsync(c)), // for themselves
        ["ApplicationService.ApplyAsync"] = Of<ApplicationService, long>("+0++0+++xx00", (s, t, c) => s.ApplyAsync(c, Stage.New, new ApplyInput { EnterpriseId = t.EnterpriseId, ClauseId = t.ClauseId })),
        ["ApplicationService.StepAsync, a grant"] = Of<ApplicationService, Nothing>("x0x+0x++x000", (s, t, c) => s.StepAsync(c, Stage.New, new StepInput { Id = t.ApplicationId, Version = -1, Step = ApplicationStep.Grant })),
        ["ApplicationService.StepAsync, a consent"] = Of<ApplicationService, Nothing>("+0+x0+xxx000", (s, t, c) => s.StepAsync(c, Stage.New, new StepInput { Id = t.ApplicationId, Version = -1, Step = ApplicationStep.Agree })),
        ["ApplicationService.CorrectAsync"] = Of<ApplicationService, Nothing>("+0++0+++x000", (s, t, c) => s.CorrectAsync(c, Stage.New, new CorrectionInput { Id = t.ApplicationId, Version = -1 })),
        ["ApplicationSheet.WriteAsync"] = Of<ApplicationSheet, ApplicationFile>("++++++++++++", (s, t, c) => s.WriteAsync(c, new ApplicationFilter())), // of those they see
        ["OfferService.ReadAsync"] = Of<OfferService, OfferSheet>("xxx+xx++xxxx", (s, t, c) => s.ReadAsync(c, t.PolicyId, t.OfferedClauseId)),
        ["OfferService.ConfirmAsync"] = Of<OfferService, int>("xxx+xx++xxxx", (s, t, c) => s.ConfirmAsync(c, Stage.New, new OfferInput { PolicyId = t.PolicyId, ClauseId = t.OfferedClauseId })),
        ["TakeUpService.ReadAsync"] = Of<TakeUpService, TakeUp>("000++++++000", (s, t, c) => s.ReadAsync(c, new TakeUpFilter())),
        ["TakeUpService.WhyNotAsync"] = Of<TakeUpService, IReadOnlyList<WhyNot>>("000e00eee000", (s, t, c) => s.WhyNotAsync(c, t.ClauseId, null)),
        ["ClausePushService.PushAsync"] = Of<ClausePushService, Pushed>("xxx+xx++xxxx", (s, t, c) => s.PushAsync(c, Stage.New, new ClausePushInput { PolicyId = t.PolicyId, ClauseId = t.ClauseId })),
        ["MatchReadService.ReadAsync"] = Of<MatchReadService, Nothing>("++0000000000", (s, t, c) => s.ReadAsync(c, Stage.New, t.ClauseId)),
        ["ServedMatchService.ListAsync"] = Of<ServedMatchService, IReadOnlyList<ServedMatches>>("00+eeeeeeeee", (s, t, c) => s.ListAsync(c)),
        ["InterestService.CalledAsync"] = Of<InterestService, Nothing>("x0+x0+++xx00", (s, t, c) => s.CalledAsync(c, Stage.New, new CalledInput { AnswerId = t.AnswerId })),
        ["JudgementService.JudgeAsync"] = Of<JudgementService, Nothing>("xxx+xx++xxxx", (s, t, c) => s.JudgeAsync(c, Stage.New, new JudgementInput { PolicyId = t.PolicyId, ClauseId = t.ClauseId, EnterpriseId = t.EnterpriseId, Key = "front" })),
        ["InterpretationService.UninterpretedAsync"] = Of<InterpretationService, Page<UninterpretedRow>>("000+ee++0000", (s, t, c) => s.UninterpretedAsync(c)),

        ["EventService.ListAsync"] = Of<EventService, EventList>("++++++++++++", (s, t, c) => s.ListAsync(c, new EventFilter())),
        ["EventService.GetAsync"] = Of<EventService, EventDetails>("++++++++++++", (s, t, c) => s.GetAsync(c, t.EventId)),
        ["EventService.GetAsync, a draft's"] = Of<EventService, EventDetails>("000+00++0000", (s, t, c) => s.GetAsync(c, t.EventDraftId)),
        ["EventService.OfPolicyAsync"] = Of<EventService, IReadOnlyList<EventRow>>("eeeeeeeeeeee", (s, t, c) => s.OfPolicyAsync(c, t.PolicyId)),
        ["EnterpriseEventService.GetAsync"] = Of<EnterpriseEventService, EventSheet>("+0+x0+++xx00", (s, t, c) => s.GetAsync(c, t.EnterpriseId)),
        ["EventDraftReader.ListAsync"] = Of<EventDraftReader, EventDraftList>("000+++++0000", (s, t, c) => s.ListAsync(c, new EventDraftFilter())),
        ["EventDraftReader.ChoicesAsync"] = Of<EventDraftReader, EventDraftChoices>("000+++++0000", (s, t, c) => s.ChoicesAsync(c)),
        ["EventDraftReader.ReadAsync"] = Of<EventDraftReader, EventDraftView>("000+00++0000", (s, t, c) => s.ReadAsync(c, t.EventDraftId)),
        ["EventDraftService.NewAsync"] = Of<EventDraftService, long>("00x+++++xxxx", (s, t, c) => s.NewAsync(c, Stage.New, new EventInput())),
        ["EventDraftService.SaveAsync"] = Of<EventDraftService, Nothing>("000+00++0000", (s, t, c) => s.SaveAsync(c, Stage.New, new EventInput { Id = t.EventDraftId, Version = -1 })),
        ["EventDraftService.SubmitAsync"] = Of<EventDraftService, Nothing>("000+00++0000", (s, t, c) => s.SubmitAsync(c, Stage.New, t.EventDraft)),
        ["EventDraftService.TakeBackAsync"] = Of<EventDraftService, Nothing>("000+00++0000", (s, t, c) => s.TakeBackAsync(c, Stage.New, t.EventDraft)),
        ["EventDraftService.DiscardAsync"] = Of<EventDraftService, Nothing>("000+00++0000", (s, t, c) => s.DiscardAsync(c, Stage.New, t.EventDraft)),
        ["EventReviewService.PublishAsync"] = Of<EventReviewService, Nothing>("000x00++0000", (s, t, c) => s.PublishAsync(c, Stage.New, t.EventDraft)),
        ["EventReviewService.SendBackAsync"] = Of<EventReviewService, Nothing>("000x00++0000", (s, t, c) => s.SendBackAsync(c, Stage.New, new EventReasonInput { Id = t.EventDraftId, Version = -1 })),
        ["EventChangeService.MoveAsync"] = Of<EventChangeService, Nothing>("xxx+xx++xxxx", (s, t, c) => s.MoveAsync(c, Stage.New, new EventMoveInput { Id = t.EventId, Version = -1 })),
        ["EventChangeService.CallOffAsync"] = Of<EventChangeService, Nothing>("xxx+xx++xxxx", (s, t, c) => s.CallOffAsync(c, Stage.New, new EventReasonInput { Id = t.EventId, Version = -1 })),
        ["SeatService.SignUpAsync"] = Of<SeatService, SignedUp>("++xxxxxxxxxx", (s, t, c) => s.SignUpAsync(c, Stage.New, new SignUpInput { EventId = t.EventId, Version = -1 })),
        ["SeatService.CancelAsync"] = Of<SeatService, Nothing>("+0xx0xxxx000", (s, t, c) => s.CancelAsync(c, Stage.New, new SeatAct(t.SeatId, -1))),
        ["AttendanceService.NoteAsync"] = Of<AttendanceService, Nothing>("xxx+xxxxxxxx", (s, t, c) => s.NoteAsync(c, Stage.New, new AttendanceInput { EventId = t.EventId })),
        ["SeatRatingService.RateAsync"] = Of<SeatRatingService, Nothing>("+0xx0xxxx000", (s, t, c) => s.RateAsync(c, Stage.New, new SeatRatingInput { Id = t.SeatId, Version = -1 })),
        ["SeatRatingService.FollowUpAsync"] = Of<SeatRatingService, Nothing>("x0xx0x++x000", (s, t, c) => s.FollowUpAsync(c, Stage.New, new SeatFollowUpInput { Id = t.SeatId, Version = -1 })),

        ["CatalogueService.ListAsync"] = Of<CatalogueService, ServiceList>("++++++++++++", (s, t, c) => s.ListAsync(c, new ServiceFilter())),
        ["CatalogueService.GetAsync"] = Of<CatalogueService, ServiceDetails>("++++++++++++", (s, t, c) => s.GetAsync(c, t.ServiceId)),
        ["CatalogueService.GetAsync, a draft's"] = Of<CatalogueService, ServiceDetails>("000+00++0000", (s, t, c) => s.GetAsync(c, t.ServiceDraftId)),
        ["ServiceDraftReader.ListAsync"] = Of<ServiceDraftReader, ServiceDraftList>("000+++++0000", (s, t, c) => s.ListAsync(c, new ServiceDraftFilter())),
        ["ServiceDraftReader.ChoicesAsync"] = Of<ServiceDraftReader, ServiceDraftChoices>("000+++++0000", (s, t, c) => s.ChoicesAsync(c)),
        ["ServiceDraftReader.ReadAsync"] = Of<ServiceDraftReader, ServiceDraftView>("000+00++0000", (s, t, c) => s.ReadAsync(c, t.ServiceDraftId)),
        ["ServiceDraftService.NewAsync"] = Of<ServiceDraftService, long>("00x+++++xxxx", (s, t, c) => s.NewAsync(c, Stage.New, new ServiceInput())),
        ["ServiceDraftService.SaveAsync"] = Of<ServiceDraftService, Nothing>("000+00++0000", (s, t, c) => s.SaveAsync(c, Stage.New, new ServiceInput { Id = t.ServiceDraftId, Version = -1 })),
        ["ServiceDraftService.SubmitAsync"] = Of<ServiceDraftService, Nothing>("000+00++0000", (s, t, c) => s.SubmitAsync(c, Stage.New, t.ServiceDraft)),
        ["ServiceDraftService.TakeBackAsync"] = Of<ServiceDraftService, Nothing>("000+00++0000", (s, t, c) => s.TakeBackAsync(c, Stage.New, t.ServiceDraft)),
        ["ServiceDraftService.DiscardAsync"] = Of<ServiceDraftService, bool>("000+00++0000", (s, t, c) => s.DiscardAsync(c, Stage.New, t.ServiceDraft)),
        ["ServiceDraftService.NewVersionAsync"] = Of<ServiceDraftService, Nothing>("xxx+xx++xxxx", (s, t, c) => s.NewVersionAsync(c, Stage.New, new ServiceAct(t.ServiceId, -1))),
        ["ServiceReviewService.PublishAsync"] = Of<ServiceReviewService, Nothing>("000x00++0000", (s, t, c) => s.PublishAsync(c, Stage.New, new PublishServiceInput { ServiceId = t.ServiceDraftId, Version = -1 })),
        ["ServiceReviewService.SendBackAsync"] = Of<ServiceReviewService, Nothing>("000x00++0000", (s, t, c) => s.SendBackAsync(c, Stage.New, new ServiceReasonInput { ServiceId = t.ServiceDraftId, Version = -1 })),
        ["ServiceReviewService.WithdrawAsync"] = Of<ServiceReviewService, Nothing>("xxxxxx++xxxx", (s, t, c) => s.WithdrawAsync(c, Stage.New, new ServiceReasonInput { ServiceId = t.ServiceId, Version = -1 })),
        ["ServiceReviewService.CheckAsync"] = Of<ServiceReviewService, Nothing>("xxx+xx++xxxx", (s, t, c) => s.CheckAsync(c, Stage.New, new ServiceAct(t.ServiceId, -1))),
        ["SuggestionService.OfEnterpriseAsync"] = Of<SuggestionService, ServiceSheet>("+0+x0+++xx00", (s, t, c) => s.OfEnterpriseAsync(c, t.EnterpriseId)),
        ["RecommendationService.ChoicesAsync"] = Of<RecommendationService, IReadOnlyList<RecommendTo>>("ee+ee+++eeee", (s, t, c) => s.ChoicesAsync(c)),
        ["RecommendationService.RecommendAsync"] = Of<RecommendationService, Nothing>("xx+x0+++xx00", (s, t, c) => s.RecommendAsync(c, Stage.New, new RecommendInput { EnterpriseId = t.EnterpriseId, ServiceId = t.ServiceId })),
        ["PackageReader.LiveAsync"] = Of<PackageReader, PackageView>("+0+x0+++xx00", (s, t, c) => s.LiveAsync(c, t.EnterpriseId)),
        ["PackageReader.VersionAsync"] = Of<PackageReader, PackageVersionView>("+0+00+++0000", (s, t, c) => s.VersionAsync(c, t.PackageId)),
        ["PackageChoiceService.ChooseAsync"] = Of<PackageChoiceService, Nothing>("x0+x0+++xx00", (s, t, c) => s.ChooseAsync(c, Stage.New, new PackageChoiceInput { EnterpriseId = t.EnterpriseId, ClauseId = t.ClauseId, Version = -1 })),
        ["PackageIssueService.IssueAsync"] = Of<PackageIssueService, IssuedPackage>("x0+x0+++xx00", (s, t, c) => s.IssueAsync(c, Stage.New, new IssueInput { EnterpriseId = t.EnterpriseId })),
        ["HandOverService.HandOverAsync"] = Of<HandOverService, Nothing>("x0+00+++0000", (s, t, c) => s.HandOverAsync(c, Stage.New, new HandOverInput { Id = t.PackageId, Version = -1 })),
        ["HandOverService.AcknowledgeAsync"] = Of<HandOverService, Nothing>("+0+00+++0000", (s, t, c) => s.AcknowledgeAsync(c, Stage.New, new AcknowledgeInput { Id = t.PackageId, Version = -1 })),
        ["PackageListService.ListAsync"] = Of<PackageListService, PackageList>("00+00+++0000", (s, t, c) => s.ListAsync(c, new PackageFilter())),
        ["PackageListService.FilesAsync"] = Of<PackageListService, IReadOnlyList<AttachmentItem>>("000000000000", (s, t, c) => s.FilesAsync(c, [t.PackageId])), // it has none
        ["PackageListService.OfEnterpriseAsync"] = Of<PackageListService, PackageRow>("+0+00+++0000", (s, t, c) => s.OfEnterpriseAsync(c, t.EnterpriseId)),
        ["PackageListService.IssueAsync"] = Of<PackageListService, IssuedMany>("00+00+++0000", (s, t, c) => s.IssueAsync(c, [])),
        ["PickReader.ListAsync"] = Of<PickReader, PickList>("000000++0000", (s, t, c) => s.ListAsync(c, new PickFilter())),
        ["PickReader.GetAsync"] = Of<PickReader, PickRow>("+0+00+++0000", (s, t, c) => s.GetAsync(c, t.PickId)),
        ["PickService.AskAsync"] = Of<PickService, long>("++xxxxxxxxxx", (s, t, c) => s.AskAsync(c, Stage.New, new PickInput { ServiceId = t.ServiceId })),
        ["PickService.StepAsync, an acceptance"] = Of<PickService, Nothing>("x0x00x++0000", (s, t, c) => s.StepAsync(c, Stage.New, new PickStepInput { Id = t.PickId, Version = -1, Step = PickStep.Accept })), // the Centre acts for the provider
        ["PickService.StepAsync, a withdrawal"] = Of<PickService, Nothing>("+0x00xxx0000", (s, t, c) => s.StepAsync(c, Stage.New, new PickStepInput { Id = t.PickId, Version = -1, Step = PickStep.Withdraw })),

        ["DocumentTemplateService.ListAsync"] = Of<DocumentTemplateService, IReadOnlyList<DocumentKindItem>>("000000++0000", (s, t, c) => s.ListAsync(c)),
        ["DocumentTemplateService.ReadAsync"] = Of<DocumentTemplateService, DocumentKindView>("000000++0000", (s, t, c) => s.ReadAsync(c, PackagePapers.Kind)),
        ["DocumentTemplateService.UploadAsync"] = Of<DocumentTemplateService, int>("000000++0000", (s, t, c) => s.UploadAsync(c, Stage.New, new DocumentTemplateInput { Kind = PackagePapers.Kind })),
        ["DocumentTemplateService.PutInForceAsync"] = Of<DocumentTemplateService, Nothing>("000000++0000", (s, t, c) => s.PutInForceAsync(c, Stage.New, new PutInForceInput { Kind = PackagePapers.Kind, Seen = -1 })),
        ["DocumentTemplateService.OpenAsync"] = Of<DocumentTemplateService, DocumentDownload>("000000++0000", (s, t, c) => s.OpenAsync(c, PackagePapers.Kind, 0)),
        ["DocumentTemplateService.FillSampleAsync"] = Of<DocumentTemplateService, DocumentDownload>("000000++0000", (s, t, c) => s.FillSampleAsync(c, PackagePapers.Kind, 0, "usual")),

        ["SheetImport`1.OpenAsync"] = Of<EnterpriseImport, Nothing>("00xxxx++x+xx", (s, t, c) => s.OpenAsync(c)),
        ["SheetImport`1.OpenAsync, organisations"] = Of<OrganisationImport, Nothing>("00xxxxxxx+xx", (s, t, c) => s.OpenAsync(c)),
        ["SheetImport`1.OpenAsync, services"] = Of<ServiceImport, Nothing>("00xxxx++xxxx", (s, t, c) => s.OpenAsync(c)),
        ["SheetImport`1.OpenAsync, titles"] = Of<TitleImport, Nothing>("00xxxx++xxxx", (s, t, c) => s.OpenAsync(c)),
        ["SheetImport`1.OpenAsync, figures"] = Of<FigureImport, Nothing>("00xxxx++xxxx", (s, t, c) => s.OpenAsync(c)),
        ["SheetImport`1.TemplateAsync"] = Of<EnterpriseImport, SheetFile>("00xxxx++x+xx", (s, t, c) => s.TemplateAsync(c)),
        ["SheetImport`1.TemplateAsync, organisations"] = Of<OrganisationImport, SheetFile>("00xxxxxxx+xx", (s, t, c) => s.TemplateAsync(c)),
        ["SheetImport`1.TemplateAsync, services"] = Of<ServiceImport, SheetFile>("00xxxx++xxxx", (s, t, c) => s.TemplateAsync(c)),
        ["SheetImport`1.TemplateAsync, titles"] = Of<TitleImport, SheetFile>("00xxxx++xxxx", (s, t, c) => s.TemplateAsync(c)),
        ["SheetImport`1.TemplateAsync, figures"] = Of<FigureImport, SheetFile>("00xxxx++xxxx", (s, t, c) => s.TemplateAsync(c)),
        ["SheetImport`1.CheckAsync"] = Of<EnterpriseImport, ImportPreview<EnterpriseColumn>>("00xxxx++x+xx", (s, t, c) => s.CheckAsync(c, [])),
        ["SheetImport`1.CheckAsync, organisations"] = Of<OrganisationImport, ImportPreview<OrganisationColumn>>("00xxxxxxx+xx", (s, t, c) => s.CheckAsync(c, [])),
        ["SheetImport`1.CheckAsync, services"] = Of<ServiceImport, ImportPreview<ServiceColumn>>("00xxxx++xxxx", (s, t, c) => s.CheckAsync(c, [])),
        ["SheetImport`1.CheckAsync, titles"] = Of<TitleImport, ImportPreview<TitleColumn>>("00xxxx++xxxx", (s, t, c) => s.CheckAsync(c, [])),
        ["SheetImport`1.CheckAsync, figures"] = Of<FigureImport, ImportPreview<FigureColumn>>("00xxxx++xxxx", (s, t, c) => s.CheckAsync(c, [])),
        ["SheetImport`1.ImportAsync"] = Of<EnterpriseImport, Imported>("00xxxx++x+xx", (s, t, c) => s.ImportAsync(c, Stage.New, Nobody<EnterpriseColumn>())),
        ["SheetImport`1.ImportAsync, organisations"] = Of<OrganisationImport, Imported>("00xxxxxxx+xx", (s, t, c) => s.ImportAsync(c, Stage.New, Nobody<OrganisationColumn>())),
        ["SheetImport`1.ImportAsync, services"] = Of<ServiceImport, Imported>("00xxxx++xxxx", (s, t, c) => s.ImportAsync(c, Stage.New, Nobody<ServiceColumn>())),
        ["SheetImport`1.ImportAsync, titles"] = Of<TitleImport, Imported>("00xxxx++xxxx", (s, t, c) => s.ImportAsync(c, Stage.New, Nobody<TitleColumn>())),
        ["SheetImport`1.ImportAsync, figures"] = Of<FigureImport, Imported>("00xxxx++xxxx", (s, t, c) => s.ImportAsync(c, Stage.New, Nobody<FigureColumn>())),

        ["SheetImport`1.OpenAsync, nominations"] = Of<NominationImport, Nothing>("000+++++x000", (s, t, c) => s.OpenAsync(c)),
        ["SheetImport`1.TemplateAsync, nominations"] = Of<NominationImport, SheetFile>("000+++++x000", (s, t, c) => s.TemplateAsync(c)),
        ["SheetImport`1.CheckAsync, nominations"] = Of<NominationImport, ImportPreview<NominationColumn>>("000+++++x000", (s, t, c) => s.CheckAsync(c, [])),
        ["SheetImport`1.ImportAsync, nominations"] = Of<NominationImport, Imported>("000+++++x000", (s, t, c) => s.ImportAsync(c, Stage.New, Nobody<NominationColumn>())),
        ["RosterReader.ReadAsync"] = Of<RosterReader, RosterView>("000+++++++00", (s, t, c) => s.ReadAsync(c, new RosterReadFilter())),
        ["RosterSheet.WriteAsync"] = Of<RosterSheet, SheetFile>("000+++++++00", (s, t, c) => s.WriteAsync(c, new RosterReadFilter())),
        ["NominationService.ListAsync"] = Of<NominationService, NominationList>("000++++++000", (s, t, c) => s.ListAsync(c, new NominationFilter())),
        ["NominationService.SaveAsync"] = Of<NominationService, long>("000+++++x000", (s, t, c) => s.SaveAsync(c, Stage.New, new NominationInput())),
        ["NominationService.WithdrawAsync"] = Of<NominationService, Nothing>("000000000000", (s, t, c) => s.WithdrawAsync(c, Stage.New, new NominationAct(-1, -1))), // there is no such nomination
        ["RosterYearService.OpenAsync"] = Of<RosterYearService, Nothing>("000000++x000", (s, t, c) => s.OpenAsync(c, Stage.New, 1)),
        ["RosterYearService.CloseAsync"] = Of<RosterYearService, Nothing>("000000++x000", (s, t, c) => s.CloseAsync(c, Stage.New, new RosterYearAct(1, -1))),
        ["RosterYearService.ReopenAsync"] = Of<RosterYearService, Nothing>("000000++x000", (s, t, c) => s.ReopenAsync(c, Stage.New, new RosterYearAct(1, -1))),
        ["RosterYearService.RecordDistrictListAsync"] = Of<RosterYearService, Nothing>("000000++x000", (s, t, c) => s.RecordDistrictListAsync(c, Stage.New, new DistrictListInput())),
        ["RosterChoiceReader.ReadAsync"] = Of<RosterChoiceReader, ChoiceView>("000000++x000", (s, t, c) => s.ReadAsync(c, new ChoiceFilter())),
        ["RosterChoiceService.DecideAsync"] = Of<RosterChoiceService, int>("000000++x000", (s, t, c) => s.DecideAsync(c, Stage.New, new DecideInput())),
        ["RosterPublishing.PublishAsync"] = Of<RosterPublishing, RosterPublished>("000000++x000", (s, t, c) => s.PublishAsync(c, Stage.New, new RosterYearAct(1, -1))),
        ["RosterChangeService.AddAsync"] = Of<RosterChangeService, long>("000000++x000", (s, t, c) => s.AddAsync(c, Stage.New, new RosterAddInput())),
        ["RosterChangeService.RemoveAsync"] = Of<RosterChangeService, Nothing>("000000++x000", (s, t, c) => s.RemoveAsync(c, Stage.New, new RosterRemoveInput())),

        ["SlipService.OfferAsync"] = Of<SlipService, IReadOnlyList<SlipOffer>>("000000000e00", (s, t, c) => s.OfferAsync(c)),
        ["SlipService.RenewAsync"] = Of<SlipService, SlipsMade>("000000000+00", (s, t, c) => s.RenewAsync(c, [])),
        ["EnterpriseWithAccount.CreateAsync"] = Of<EnterpriseWithAccount, EnteredWithAccount>("00xxxx++x+xx", (s, t, c) => s.CreateAsync(c, Stage.New, new EnterpriseWithAccountInput())),
        ["SetupService.ReadAsync"] = Of<SetupService, SetupView>("000000000+00", (s, t, c) => s.ReadAsync(c)),

        ["CalendarService.YearAsync"] = Of<CalendarService, CalendarYearView>("++++++++++++", (s, t, c) => s.YearAsync(c, 2026)),
        ["CalendarAmendment.PreviewAsync"] = Of<CalendarAmendment, AmendmentPreview>("xxxxxx++xxxx", (s, t, c) => s.PreviewAsync(c, NoYear)),
        ["CalendarAmendment.ApplyAsync"] = Of<CalendarAmendment, Amended>("xxxxxx++xxxx", (s, t, c) => s.ApplyAsync(c, Stage.New, NoYear, -1)),

        ["DeskService.ListAsync, one's own"] = Of<DeskService, Page<DeskRow>>("eee+eeeeeeee", (s, t, c) => s.ListAsync(c, new DeskFilter { Scope = DeskScope.Mine })),
        ["DeskService.ListAsync, the Centre's"] = Of<DeskService, Page<DeskRow>>("000000ee0000", (s, t, c) => s.ListAsync(c, new DeskFilter { Scope = DeskScope.Centre })),
        ["DeskService.ListAsync, a unit's"] = Of<DeskService, Page<DeskRow>>("000+ee000000", (s, t, c) => s.ListAsync(c, new DeskFilter { Scope = DeskScope.Unit })),
        ["DeskService.CountsAsync, one's own"] = Of<DeskService, IReadOnlyList<DeskCount>>("eee+eeeeeeee", (s, t, c) => s.CountsAsync(c, DeskScope.Mine)),
        ["DeskService.CountsAsync, the Centre's"] = Of<DeskService, IReadOnlyList<DeskCount>>("000000ee0000", (s, t, c) => s.CountsAsync(c, DeskScope.Centre)),
        ["DeskService.CountsAsync, a unit's"] = Of<DeskService, IReadOnlyList<DeskCount>>("000+ee000000", (s, t, c) => s.CountsAsync(c, DeskScope.Unit)),
        ["OverdueBoard.ReadAsync"] = Of<OverdueBoard, OverdueView>("000000+++000", (s, t, c) => s.ReadAsync(c, new OverdueFilter())),
        ["OverdueSheet.WriteAsync"] = Of<OverdueSheet, SheetFile>("000000+++000", (s, t, c) => s.WriteAsync(c, new OverdueFilter())),

        ["RaiseChoicesService.BeginAsync"] = Of<RaiseChoicesService, RaiseChoices>("+++00+++0000", (s, t, c) => s.BeginAsync(c)),
        ["RaiseChoicesService.EnterprisesAsync"] = Of<RaiseChoicesService, IReadOnlyList<EnterpriseChoice>>("ee+ee+++eeee", (s, t, c) => s.EnterprisesAsync(c, "")),
        ["RaiseChoicesService.EnterpriseAsync"] = Of<RaiseChoicesService, EnterpriseChoice>("00+00+++0000", (s, t, c) => s.EnterpriseAsync(c, t.EnterpriseId)),
        ["RaiseService.RaiseAsync"] = Of<RaiseService, Moved>("+++x0+++xx00", (s, t, c) => s.RaiseAsync(c, Stage.New, ForTheEnterprise(t))), // another enterprise raises its own, whatever it asks for
        ["TicketList.ListAsync"] = Of<TicketList, Page<TicketRow>>("+e++e++++eee", (s, t, c) => s.ListAsync(c, new TicketFilter())),
        ["TicketList.ListAsync, withdrawn after a breach"] = Of<TicketList, Page<TicketRow>>("xxxxxxeexxxx", (s, t, c) => s.ListAsync(c, new TicketFilter { WithdrawnAfterBreach = true })),
        ["TicketList.UnitsAsync"] = Of<TicketList, IReadOnlyList<UnitView>>("+e++e++++eee", (s, t, c) => s.UnitsAsync(c)),
        ["TicketPageService.GetAsync"] = Of<TicketPageService, TicketView>("+0++0++++000", (s, t, c) => s.GetAsync(c, t.Number)),
        ["TicketPageService.ExplainAsync"] = Of<TicketPageService, DueExplanation>("+0++0++++000", (s, t, c) => s.ExplainAsync(c, t.Number, t.ClockId)),
        ["TicketPageService.ChoicesAsync, a comment's"] = Of<TicketPageService, MoveChoices>("+0++0++++000", (s, t, c) => s.ChoicesAsync(c, t.Number, Move.Comment)),
        ["TicketPageService.ChoicesAsync, a reassignment's"] = Of<TicketPageService, MoveChoices>("x0xx0x++x000", (s, t, c) => s.ChoicesAsync(c, t.Number, Move.Reassign)),
        ["TicketService.MakeAsync, a comment"] = Of<TicketService, Moved>("+0++0++++000", (s, t, c) => s.MakeAsync(c, Stage.New, t.Number, t.Version, Move.Comment, new MoveInput())),
        ["TicketService.MakeAsync, a reassignment"] = Of<TicketService, Moved>("x0xx0x++x000", (s, t, c) => s.MakeAsync(c, Stage.New, t.Number, t.Version, Move.Reassign, new MoveInput())),
        ["HistorySearch.SearchAsync"] = Of<HistorySearch, HistoryFound>("000000000++0", (s, t, c) => s.SearchAsync(c, new HistoryFilter())),
        ["HistorySearch.PeopleAsync"] = Of<HistorySearch, IReadOnlyList<HistoryPerson>>("000000000++0", (s, t, c) => s.PeopleAsync(c, "")),
        ["HistorySearch.GetAsync"] = Of<HistorySearch, HistoryDetails>("0000000000+0", (s, t, c) => s.GetAsync(c, t.EntryId)),
        ["FindService.FindAsync"] = Of<FindService, IReadOnlyList<FoundRow>>("+e++e++++eee", (s, t, c) => s.FindAsync(c, "积水")),
        ["DemoClock.MoveAsync"] = Of<DemoClock, DateTime>("000000000000", (s, t, c) => s.MoveAsync(c, Stage.New, DemoStep.NextWorkingDay)), // this is no demo
    };

    [Fact]
    public void Table_HasEveryMethodThatACallerCalls()
    {
        var methods = from type in typeof(OperationRunner).Assembly.GetExportedTypes()
                      where type != typeof(OperationRunner)
                      from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                      where method.GetParameters() is [var first, ..] && first.ParameterType == typeof(Caller) && typeof(Task).IsAssignableFrom(method.ReturnType)
                      select $"{type.Name}.{method.Name}";

        Assert.Equal(methods.Distinct().Order(StringComparer.Ordinal), Table.Keys.Select(k => k.Split(',')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EveryMethod_CalledByEverybody_AnswersAsTheTableSays()
    {
        await using var program = Program();
        await using var scope = program.CreateAsyncScope();
        var (stage, people) = await StageAsync(scope.ServiceProvider);
        var found = new List<string>();
        foreach (var (name, act) in Table)
        {
            var answers = "";
            foreach (var who in people)
            {
                var (refusal, empty) = await act.CallAsync(stage, who);
                answers += refusal is null ? empty ? 'e' : '+' : refusal.Code == Refusal.NotFound.Code ? '0' : NotAllowed.Contains(refusal.Code) ? 'x' : refusal.Code == Refusal.SignedOut.Code ? '!' : '+';
            }

            found.Add($"{answers} {name}");
        }

        Assert.Empty(found.Except(Table.Select(t => $"{t.Value.Expected} {t.Key}"))); // the rows that answer otherwise
    }

    [Fact]
    public async Task EveryMethod_CalledBySomebodySignedOut_RefusesThemForIt()
    {
        await using var program = Program();
        await using var scope = program.CreateAsyncScope();
        var (stage, people) = await StageAsync(scope.ServiceProvider);
        people.ForEach(Town.SignOut);
        var found = new List<string>();
        foreach (var (name, act) in Table.Where(t => !t.Key.StartsWith(nameof(DemoClock), StringComparison.Ordinal)))
        {
            foreach (var (letter, who) in People.Zip(people).Where(p => "ECA".Contains(p.First)))
            {
                if ((await act.CallAsync(stage, who)).Refusal?.Code is var code && code != Refusal.SignedOut.Code)
                {
                    found.Add($"{name} {letter}: {code}");
                }
            }
        }

        Assert.Empty(found);
    }

    [Fact]
    public async Task Notice_AboutADemand_NamesItToWhoSeesItAlone()
    {
        await using var program = Program();
        await using var scope = program.CreateAsyncScope();
        var (stage, people) = await StageAsync(scope.ServiceProvider);
        Town.Write(db => db.Notices.AddRange(people.ConvertAll(p => Told(p, stage.TicketId))));

        var named = "";
        foreach (var who in people)
        {
            var rows = (await scope.ServiceProvider.GetRequiredService<NoticeService>().ListAsync(who, new NoticeFilter(), Cancellation)).Value.Items;
            Assert.NotEmpty(rows);
            named += rows[0].About is { } about ? about.Number == stage.Number ? '+' : '?' : '-';
        }

        Assert.Equal("+-++-++++---", named);
    }

    private static ImportPreview<TColumn> Nobody<TColumn>()
        where TColumn : struct, Enum => new([], new Dictionary<int, ImportState>(), [], [], new Imported());

    private static CalendarYearInput NoYear => new(1900, [], [], "");

    private static RaiseInput ForTheEnterprise(Stage t) => new()
    {
        EnterpriseId = t.EnterpriseId,
        Type = TicketType.Coordination,
        TopicId = 0,
        Title = "厂区门口道路",
        Text = "请求协调。",
        ContactName = "陈晓明",
        ContactPhone = "13800000000",
    };

    private static Act Of<TService, T>(string expected, Func<TService, Stage, Caller, Task<Outcome<T>>> call)
        where TService : notnull => new(expected, async (stage, who) =>
        {
            var outcome = await call(stage.Services.GetRequiredService<TService>(), stage, who);
            return (outcome.Refusal, outcome.Done && (outcome.Value switch
            {
                ICollection rows => rows.Count == 0,
                not null when outcome.Value.GetType().GetProperty("Total") is { } total && outcome.Value.GetType().Name.StartsWith(nameof(Page<>), StringComparison.Ordinal) => total.GetValue(outcome.Value) is 0,
                _ => false,
            }));
        });

    private async Task<(Stage Stage, List<Caller> People)> StageAsync(IServiceProvider services)
    {
        var butler = Town.Butler(Enterprise);
        var number = await DispatchedAsync();
        var contact = await services.GetRequiredService<ContactService>().RecordContactAsync(butler, Guid.NewGuid(), new RecordContactInput
        {
            EnterpriseId = Enterprise.Id,
            Way = ContactWay.Telephone,
            When = TownTime.Local(Town.Clock.Now),
            WithWhom = "陈晓明",
            Said = "近况良好。",
        });
        Assert.True(contact.Done);
        var ticket = await StoredAsync(number);
        var other = Town.SignedIn(Town.Stranger());
        List<Caller> people =
        [
            Applicant, Town.EnterpriseUser(Town.Enterprise()), butler, Officer, Town.Officer(Town.Unit("文广中心")), Specialist,
            Dispatcher, CentreLead, Town.TownLeader(), Town.Administrator(), Town.Auditor(), Town.Stranger(),
        ];
        var (file, others, notice) = (File(Dispatcher, ticket.Id), File(other, null), Told(Applicant, ticket.Id));
        Town.Write(db =>
        {
            db.Notices.RemoveRange(db.Notices);
            db.Notices.Add(notice);
            db.Attachments.AddRange(file, others);
        });
        var cover = Town.Cover(butler, Town.Stranger(), Town.Clock.Today.AddDays(-9), Town.Clock.Today.AddDays(-1));
        var led = Town.Led(Town.Leader(), Enterprise);
        var (published, draft) = (Policy(PolicyState.Published), Policy(PolicyState.Draft));
        var application = new ClauseApplication { EnterpriseId = Enterprise.Id, ClauseId = published.Clauses[0].ClauseId, PolicyClauseId = published.Clauses[0].Id, BegunOn = Town.Clock.Today, BegunById = Applicant.AccountId };
        Town.Write(db => db.ClauseApplications.Add(application));
        var interest = new ClauseAnswer { EnterpriseId = Enterprise.Id, ClauseId = published.Clauses[0].ClauseId, Wish = ClauseWish.Interested, SaidAt = Town.Clock.Now, SaidById = Applicant.AccountId };
        Town.Write(db => db.ClauseAnswers.Add(interest));
        var (service, serviceDraft) = (Service(ServiceState.Published), Service(ServiceState.Draft));
        var pick = new Pick { EnterpriseId = Enterprise.Id, ServiceId = service.ServiceId, ServiceVersionId = service.Id, AskedAt = Town.Clock.Now, AskedById = Applicant.AccountId, AnswerDueAt = Town.Clock.Now };
        Town.Write(db => db.Picks.Add(pick));
        var (held, heldDraft) = (Event(EventState.Published), Event(EventState.Draft));
        var seat = new Seat { EventId = held.Id, EnterpriseId = Enterprise.Id, People = 1, SignedUpAt = Town.Clock.Now, SignedUpById = Applicant.AccountId };
        Town.Write(db => db.Seats.Add(seat));
        var package = new PackageVersion
        {
            EnterpriseId = Enterprise.Id,
            Year = 2026,
            Number = 1,
            IssuedAt = Town.Clock.Now,
            IssuedById = Dispatcher.AccountId,
            Content = JsonSerializer.Serialize(new PackageContent { Enterprise = new PackageEnterprise(Enterprise.Id, Enterprise.Name, "", EnterpriseTier.Town, new Said("", "")) }),
            State = PackageState.HandedOver,
            HandOverDueAt = Town.Clock.Now,
            HandedOverOn = Town.Clock.Today,
            HandedOverById = Dispatcher.AccountId,
        };
        Town.Write(db => db.PackageVersions.Add(package));
        var followUp = new FollowUpItem { Run = new FollowUpRun { Month = new DateOnly(2026, 3, 1), AccountId = butler.AccountId, DueAt = Town.Clock.Now, MadeAt = Town.Clock.Now }, Month = new DateOnly(2026, 3, 1), EnterpriseId = Enterprise.Id };
        Town.Write(db => db.FollowUpItems.Add(followUp));
        return (new Stage(services, number, ticket.Version, ticket.Id, ticket.Clocks[^1].Id, Enterprise.Id, Unit.Id, other, file.Id, others.Id, notice.Id, EntryOf(ticket.Id))
        {
            ButlerId = butler.AccountId,
            CoverId = cover.Id,
            LeaderId = led.LeaderId,
            LedId = led.Id,
            PolicyId = published.PolicyId,
            ClauseId = published.Clauses[0].ClauseId,
            OfferedClauseId = published.Clauses[1].ClauseId,
            ApplicationId = application.Id,
            AnswerId = interest.Id,
            ServiceId = service.ServiceId,
            ServiceDraftId = serviceDraft.ServiceId,
            PackageId = package.Id,
            FollowUpId = followUp.Id,
            PickId = pick.Id,
            EventId = held.Id,
            EventDraftId = heldDraft.Id,
            SeatId = seat.Id,
            DraftId = draft.PolicyId,
            DraftClauseId = draft.Clauses[0].ClauseId,
        }, people.ConvertAll(Town.SignedIn));
    }

    /// <summary>A service of a provider without an account, entered by the lead unit's officer; of a class that answers no demand, whatever its topic is.</summary>
    private ServiceVersion Service(ServiceState state)
    {
        var version = new ServiceVersion { Number = 1, State = state, Title = "法律体检", Class = ServiceClass.Market, ChangedAt = Town.Clock.Now, DraftedById = Officer.AccountId, ChangedById = Officer.AccountId, PublishedAt = state == ServiceState.Published ? Town.Clock.Now : null };
        var service = new Service { CreatedAt = Town.Clock.Now, ProviderId = Town.Provider().Id, OrganisationId = Unit.Id, CreatedById = Officer.AccountId, Versions = [version] };
        Town.Write(db => db.Services.Add(service));
        Town.Write(db => db.Services.Single(s => s.Id == service.Id).CurrentVersionId = state == ServiceState.Published ? version.Id : null);
        return version;
    }

    /// <summary>An event of the lead unit in a week, entered by its officer.</summary>
    private Event Event(EventState state)
    {
        var now = Town.Clock.Now;
        var held = new Event
        {
            OrganiserId = Unit.Id,
            State = state,
            Title = "政策宣讲会",
            StartsAt = now.AddDays(7),
            EndsAt = now.AddDays(7).AddHours(2),
            LastDay = Town.Clock.Today.AddDays(5),
            Seats = 20,
            PeoplePerFirm = 2,
            Taken = state == EventState.Published ? 1 : 0,
            CreatedAt = now,
            ChangedAt = now,
            DraftedById = Officer.AccountId,
            ChangedById = Officer.AccountId,
            PublishedAt = state == EventState.Published ? now : null,
        };
        Town.Write(db => db.Events.Add(held));
        return held;
    }

    /// <summary>A policy of the lead unit, entered by its officer.</summary>
    private PolicyVersion Policy(PolicyState state)
    {
        var policy = new Policy { OrganisationId = Unit.Id, CreatedAt = Town.Clock.Now, CreatedById = Officer.AccountId };
        Town.Write(db => db.Policies.Add(policy));
        var version = new PolicyVersion
        {
            PolicyId = policy.Id,
            Number = 1,
            State = state,
            Title = "稳岗扩岗若干措施",
            DraftedById = Officer.AccountId,
            ChangedById = Officer.AccountId,
            ChangedAt = Town.Clock.Now,
            PublishedAt = state == PolicyState.Published ? Town.Clock.Now : null,
            Clauses = [new PolicyClause { Clause = new Clause { PolicyId = policy.Id }, Title = "吸纳就业", Text = "内容", ExecutingUnitId = Unit.Id, Condition = """{"is":"judged","key":"front","chinese":"位居行业前列"}""" }, new PolicyClause { Clause = new Clause { PolicyId = policy.Id }, Order = 1, Title = "社保补贴", Text = "内容", ExecutingUnitId = Unit.Id, WithoutApplication = true }],
        };
        Town.Write(db => db.PolicyVersions.Add(version));
        return version;
    }

    private long EntryOf(long ticketId)
    {
        using var db = Town.Look();
        return db.History.First(h => h.Subject == nameof(Ticket) && h.SubjectId == ticketId).Id;
    }

    private Notice Told(Caller who, long ticketId) =>
        new() { AccountId = who.AccountId, Kind = "ButlerAssigned", Arguments = "[\"\"]", SubjectKind = nameof(Ticket), SubjectId = ticketId, At = Town.Clock.Now };

    private Attachment File(Caller by, long? ticketId) => new()
    {
        Id = Guid.NewGuid(),
        SubjectKind = ticketId is null ? null : nameof(Ticket),
        SubjectId = ticketId,
        UploadedById = by.AccountId,
        UploadedAt = Town.Clock.Now,
        FileName = "说明.pdf",
        ContentType = "application/pdf",
        Sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    };

    private Microsoft.Extensions.DependencyInjection.ServiceProvider Program() => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddLogging()
        .AddSingleton<TimeProvider>(Town.Time)
        .AddSingleton(Town.Clock)
        .AddSingleton(Town.Contexts)
        .AddTown()
        .BuildServiceProvider();

    public sealed class OnSqlite(SqliteDatabase database) : ServiceAccessTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ServiceAccessTests(database), IClassFixture<PostgresDatabase>;
}
