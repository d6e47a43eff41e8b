using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Attachments;
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
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Data;

/// <summary>The one model, for both databases. Each feature configures its own rows beside its code.</summary>
public abstract class AppDbContext(DbContextOptions options)
    : IdentityUserContext<Account, long>(options), IDataProtectionKeyContext
{
    /// <summary>Published working-day arrangements.</summary>
    public DbSet<CalendarYear> CalendarYears => Set<CalendarYear>();

    /// <summary>Organisations.</summary>
    public DbSet<Organisation> Organisations => Set<Organisation>();

    /// <summary>Posts.</summary>
    public DbSet<Post> Posts => Set<Post>();

    /// <summary>Signed-in sessions.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>Enterprises.</summary>
    public DbSet<Enterprise> Enterprises => Set<Enterprise>();

    /// <summary>Who was on the roster when.</summary>
    public DbSet<RosterMembership> RosterMemberships => Set<RosterMembership>();

    /// <summary>Names that enterprises had before.</summary>
    public DbSet<EarlierName> EarlierNames => Set<EarlierName>();

    /// <summary>Years of the roster.</summary>
    public DbSet<RosterYear> RosterYears => Set<RosterYear>();

    /// <summary>Who was proposed for them.</summary>
    public DbSet<Nomination> Nominations => Set<Nomination>();

    /// <summary>What the Centre decided about whom.</summary>
    public DbSet<RosterDecision> RosterDecisions => Set<RosterDecision>();

    /// <summary>Answers to the facts that are asked of enterprises.</summary>
    public DbSet<EnterpriseFact> EnterpriseFacts => Set<EnterpriseFact>();

    /// <summary>Which units certify which facts.</summary>
    public DbSet<CertifiedFact> CertifiedFacts => Set<CertifiedFact>();

    /// <summary>Titles of enterprises and the items of their other lists.</summary>
    public DbSet<EnterpriseListItem> EnterpriseListItems => Set<EnterpriseListItem>();

    /// <summary>Which of these lists are said to be complete.</summary>
    public DbSet<EnterpriseListClosing> EnterpriseListClosings => Set<EnterpriseListClosing>();

    /// <summary>Butlers' assignments.</summary>
    public DbSet<ButlerAssignment> ButlerAssignments => Set<ButlerAssignment>();

    /// <summary>Covers for absent butlers.</summary>
    public DbSet<ButlerCover> ButlerCovers => Set<ButlerCover>();

    /// <summary>Leaders who keep contact with enterprises.</summary>
    public DbSet<Leader> Leaders => Set<Leader>();

    /// <summary>Which of them with which enterprise, by dates.</summary>
    public DbSet<LeaderContact> LeaderContacts => Set<LeaderContact>();

    /// <summary>Contacts with enterprises, planned and held.</summary>
    public DbSet<Contact> Contacts => Set<Contact>();

    /// <summary>Months whose follow-up runs are due.</summary>
    public DbSet<FollowUpMonth> FollowUpMonths => Set<FollowUpMonth>();

    /// <summary>Monthly follow-up runs.</summary>
    public DbSet<FollowUpRun> FollowUpRuns => Set<FollowUpRun>();

    /// <summary>Enterprises on these runs.</summary>
    public DbSet<FollowUpItem> FollowUpItems => Set<FollowUpItem>();

    /// <summary>Demands.</summary>
    public DbSet<Ticket> Tickets => Set<Ticket>();

    /// <summary>Clocks of demands.</summary>
    public DbSet<TicketClock> TicketClocks => Set<TicketClock>();

    /// <summary>What demands are about.</summary>
    public DbSet<Topic> Topics => Set<Topic>();

    /// <summary>Who was told of which level.</summary>
    public DbSet<Escalation> Escalations => Set<Escalation>();

    /// <summary>Policies.</summary>
    public DbSet<Policy> Policies => Set<Policy>();

    /// <summary>What policies say, version by version.</summary>
    public DbSet<PolicyVersion> PolicyVersions => Set<PolicyVersion>();

    /// <summary>Clauses through all versions.</summary>
    public DbSet<Clause> Clauses => Set<Clause>();

    /// <summary>Clauses as one version has them.</summary>
    public DbSet<PolicyClause> PolicyClauses => Set<PolicyClause>();

    /// <summary>What enterprises say to clauses.</summary>
    public DbSet<ClauseAnswer> ClauseAnswers => Set<ClauseAnswer>();

    /// <summary>Which enterprise met which clause, from when until when.</summary>
    public DbSet<KeptMatch> Matches => Set<KeptMatch>();

    /// <summary>What enterprises applied for under clauses.</summary>
    public DbSet<ClauseApplication> ClauseApplications => Set<ClauseApplication>();

    /// <summary>What is to be weighed anew.</summary>
    public DbSet<Unweighed> Unweighed => Set<Unweighed>();

    /// <summary>When enterprises are to be weighed again by themselves.</summary>
    public DbSet<MatchTurn> MatchTurns => Set<MatchTurn>();

    /// <summary>By which edition of the program the roster was weighed.</summary>
    public DbSet<MatchBasis> MatchBasis => Set<MatchBasis>();

    /// <summary>Which clauses were pushed to which enterprises.</summary>
    public DbSet<ClausePush> ClausePushes => Set<ClausePush>();

    /// <summary>Who was told in which week.</summary>
    public DbSet<MatchDigest> MatchDigests => Set<MatchDigest>();

    /// <summary>What people judged of enterprises.</summary>
    public DbSet<Judgement> Judgements => Set<Judgement>();

    /// <summary>Clauses in plain words.</summary>
    public DbSet<ClauseInterpretation> ClauseInterpretations => Set<ClauseInterpretation>();

    /// <summary>Templates of documents.</summary>
    public DbSet<DocumentTemplate> DocumentTemplates => Set<DocumentTemplate>();

    /// <summary>Which of them was put in force when.</summary>
    public DbSet<DocumentTemplateUse> DocumentTemplateUses => Set<DocumentTemplateUse>();

    /// <summary>Services.</summary>
    public DbSet<Service> Services => Set<Service>();

    /// <summary>What services say, version by version.</summary>
    public DbSet<ServiceVersion> ServiceVersions => Set<ServiceVersion>();

    /// <summary>What enterprises picked of them.</summary>
    public DbSet<Pick> Picks => Set<Pick>();

    /// <summary>What was recommended to enterprises.</summary>
    public DbSet<Recommendation> Recommendations => Set<Recommendation>();

    /// <summary>Events.</summary>
    public DbSet<Event> Events => Set<Event>();

    /// <summary>Seats at events.</summary>
    public DbSet<Seat> Seats => Set<Seat>();

    /// <summary>What was decided about clauses of enterprises' packages.</summary>
    public DbSet<PackageChoice> PackageChoices => Set<PackageChoice>();

    /// <summary>Packages as they were issued.</summary>
    public DbSet<PackageVersion> PackageVersions => Set<PackageVersion>();

    /// <summary>Notices.</summary>
    public DbSet<Notice> Notices => Set<Notice>();

    /// <summary>Notices to be sent by mail.</summary>
    public DbSet<MailItem> MailItems => Set<MailItem>();

    /// <summary>What people wish to be sent by mail.</summary>
    public DbSet<MailWish> MailWishes => Set<MailWish>();

    /// <summary>Files.</summary>
    public DbSet<Attachment> Attachments => Set<Attachment>();

    /// <summary>The content of files.</summary>
    public DbSet<AttachmentChunk> AttachmentChunks => Set<AttachmentChunk>();

    /// <summary>The history of every subject.</summary>
    public DbSet<HistoryEntry> History => Set<HistoryEntry>();

    /// <summary>The seals over all histories.</summary>
    public DbSet<HistorySeal> HistorySeals => Set<HistorySeal>();

    /// <summary>Results of commands already done.</summary>
    public DbSet<CommandReceipt> CommandReceipts => Set<CommandReceipt>();

    /// <summary>How far a demo run's clock was set forward.</summary>
    public DbSet<DemoTimeAhead> DemoTimesAhead => Set<DemoTimeAhead>();

    /// <summary>How the jobs' last runs went.</summary>
    public DbSet<JobRun> JobRuns => Set<JobRun>();

    /// <summary>What jobs could not handle.</summary>
    public DbSet<FailedItem> FailedItems => Set<FailedItem>();

    /// <summary>What subjects are found by.</summary>
    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    /// <summary>Keys that protect cookies.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        using var once = new DetectOnce(ChangeTracker);
        KeepSortKeys();
        var search = SearchKeeper.Take(this);
        if (!search.IsNeeded)
        {
            return base.SaveChanges(acceptAllChangesOnSuccess);
        }

        using var together = Database.CurrentTransaction is null ? Database.BeginTransaction() : null;
        var saved = base.SaveChanges(acceptAllChangesOnSuccess);
        search.Write(this);
        base.SaveChanges(acceptAllChangesOnSuccess);
        together?.Commit();
        return saved;
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var once = new DetectOnce(ChangeTracker);
        KeepSortKeys();
        var search = SearchKeeper.Take(this);
        if (!search.IsNeeded)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var together = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        search.Write(this);
        await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (together is not null)
        {
            await together.CommitAsync(cancellationToken);
        }

        return saved;
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
    }

    /// <summary>Looks at what was changed so far, once for all who ask until it is disposed of.</summary>
    internal DetectOnce Looking() => new(ChangeTracker);

    private void KeepSortKeys()
    {
        foreach (var entry in ChangeTracker.Entries<ISortedByName>().Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            var kept = entry.Property(nameof(ISortedByName.SortKey));
            if (NameKey.Of(entry.Entity) is var key && (string?)kept.CurrentValue != key)
            {
                kept.CurrentValue = key;
            }
        }
    }

    /// <summary>Finds what was changed once, and not again at every look until the end of a save.</summary>
    internal readonly struct DetectOnce : IDisposable
    {
        private readonly ChangeTracker _tracker;
        private readonly bool _before;

        public DetectOnce(ChangeTracker tracker)
        {
            (_tracker, _before) = (tracker, tracker.AutoDetectChangesEnabled);
            tracker.DetectChanges();
            tracker.AutoDetectChangesEnabled = false;
        }

        public void Dispose() => _tracker.AutoDetectChangesEnabled = _before;
    }
}
