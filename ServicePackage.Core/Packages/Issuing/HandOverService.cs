using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Packages;

/// <summary>Hands issued packages over, at a visit or on line, and takes their receipt (plan §三(二)).</summary>
public sealed class HandOverService(OperationRunner operations)
{
    /// <summary>What a notice of a package asks its reader: to acknowledge its receipt.</summary>
    internal const string Receipt = "PackageReceipt";

    /// <summary>
    /// Hands the last version over. For the enterprise's butler, its economic city and the Centre. On line the enterprise's people are told and asked for the receipt; a visit
    /// counts as a contact with the enterprise as well.
    /// Refused: NotFound where the caller sees no such version; NotAllowed for the enterprise itself; stale where it was changed meanwhile; what the validator finds;
    /// Package.NotLatest; Package.AlreadyHandedOver; Package.NobodyOnLine; a day to come, or before it was issued.
    /// </summary>
    public Task<Outcome<Nothing>> HandOverAsync(Caller caller, Guid commandId, HandOverInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            if (await FindAsync(op, input.Id, cancellation) is not { } version)
            {
                return Refusal.NotFound;
            }

            if (!await IsServedAsync(op, version, cancellation))
            {
                return Refusal.NotAllowed;
            }

            if (version.Version != input.Version)
            {
                return Refusal.Stale;
            }

            if (new HandOverValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            if (version.State != PackageState.Issued)
            {
                return new Refusal(version.State == PackageState.Superseded ? "Package.NotLatest" : "Package.AlreadyHandedOver");
            }

            var people = await PeopleAsync(op, version, cancellation);
            if (input.Way == HandOverWay.Online && people.Count == 0)
            {
                return new Refusal("Package.NobodyOnLine") { Field = nameof(input.Way) };
            }

            var day = input.Way == HandOverWay.AtVisit ? input.Day!.Value : op.Today;
            if (Day(op, version, day, nameof(input.Day)) is { } wrong)
            {
                return wrong;
            }

            (version.State, version.Way, version.HandedOverOn, version.HandedOverById) = (PackageState.HandedOver, input.Way, day, op.Actor.AccountId);
            version.Version++;
            if (input.Way == HandOverWay.AtVisit)
            {
                version.HandedTo = input.To.Trim();
                var said = Wording.InChinese(() => Wording.Sentence("Package.HandedOverAtVisit", PackageWording.Label(version.Year, version.Number)));
                await ContactService.NoteVisitAsync(op, version.EnterpriseId, day, version.HandedTo, said, cancellation);
                if (input.IsAcknowledged)
                {
                    Acknowledge(op, version, day, version.HandedTo, isRecorded: true);
                }
            }

            op.Note(version.Enterprise, "HandOverPackage", new { Version = Label(version), Day = day, To = version.HandedTo });
            var earlier = await op.Db.PackageVersions.VisibleTo(op).Where(v => v.EnterpriseId == version.EnterpriseId && v.State == PackageState.HandedOver && v.Id < version.Id).Select(v => v.Id).ToListAsync(cancellation);
            foreach (var id in earlier)
            {
                await NoticeAsking.SettleAsync(op, new Subject(nameof(PackageVersion), id), [Receipt], accounts: null, isDone: false, cancellation); // of what was replaced nobody need acknowledge the receipt
            }

            foreach (var accountId in version.State == PackageState.HandedOver ? people : [])
            {
                op.Tell(accountId, $"Asked.{Receipt}", AsSubject(version), late: false, $"{version.Year}", $"{version.Number}");
            }

            TellRecorded(op, version, version.State == PackageState.Acknowledged ? people : []);

            return Nothing.Value;
        }, cancellation);

    /// <summary>
    /// Acknowledges the receipt of a version that was handed over: the enterprise of itself, today; or whoever serves it records who acknowledged it, and when. Refused:
    /// NotFound where the caller sees no such version; stale where it was changed meanwhile; Package.NotHandedOver; Package.AlreadyAcknowledged; what the validator finds;
    /// a day to come, or before it was handed over.
    /// </summary>
    public Task<Outcome<Nothing>> AcknowledgeAsync(Caller caller, Guid commandId, AcknowledgeInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            if (await FindAsync(op, input.Id, cancellation) is not { } version)
            {
                return Refusal.NotFound;
            }

            var isOwn = op.Actor.EnterpriseId is not null;
            if (!isOwn && !await IsServedAsync(op, version, cancellation))
            {
                return Refusal.NotAllowed;
            }

            if (version.Version != input.Version)
            {
                return Refusal.Stale;
            }

            if (version.State != PackageState.HandedOver)
            {
                return new Refusal(version.State switch { PackageState.Issued => "Package.NotHandedOver", PackageState.Superseded => "Package.NotLatest", _ => "Package.AlreadyAcknowledged" });
            }

            if (!isOwn && new AcknowledgeValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            var day = isOwn ? op.Today : input.Day!.Value;
            if (!isOwn && (day > op.Today || day < version.HandedOverOn))
            {
                return (day > op.Today ? new Refusal("Package.DayToCome", op.Today) : new Refusal("Package.BeforeHandOver", version.HandedOverOn!)) with { Field = nameof(input.Day) };
            }

            Acknowledge(op, version, day, isOwn ? op.Actor.Name : input.Name.Trim(), isRecorded: !isOwn);
            version.Version++;
            op.Note(version.Enterprise, "AcknowledgePackage", new { Version = Label(version), Day = day, Name = version.AcknowledgedName });
            await NoticeAsking.SettleAsync(op, AsSubject(version), [Receipt], accounts: null, isDone: true, cancellation);
            TellRecorded(op, version, isOwn ? [] : await PeopleAsync(op, version, cancellation));
            return Nothing.Value;
        }, cancellation);

    /// <summary>Whether the actor serves its enterprise: a leader who keeps contact with it reads alone.</summary>
    private static Task<bool> IsServedAsync(Operation op, PackageVersion version, CancellationToken cancellation) => PackageAccess.ServedBy(op).AnyAsync(e => e.Id == version.EnterpriseId, cancellation);

    private static void Acknowledge(Operation op, PackageVersion version, DateOnly day, string name, bool isRecorded) =>
        (version.State, version.AcknowledgedOn, version.AcknowledgedById, version.AcknowledgedName, version.IsRecorded) = (PackageState.Acknowledged, day, op.Actor.AccountId, name, isRecorded);

    private static Task<List<long>> PeopleAsync(Operation op, PackageVersion version, CancellationToken cancellation) =>
        op.Db.Users.Where(a => a.EnterpriseId == version.EnterpriseId && a.DisabledAt == null).Select(a => a.Id).ToListAsync(cancellation);

    /// <summary>A receipt that somebody else recorded in the name of the enterprise is told to its people.</summary>
    private static void TellRecorded(Operation op, PackageVersion version, List<long> people) =>
        people.ForEach(p => op.Tell(p, "PackageReceiptRecorded", AsSubject(version), late: false, $"{version.Year}", $"{version.Number}", version.AcknowledgedName, op.Actor.Name));

    private static Refusal? Day(Operation op, PackageVersion version, DateOnly day, string field) =>
        day > op.Today ? new Refusal("Package.DayToCome", op.Today) { Field = field }
        : day < TownTime.DayOf(version.IssuedAt) ? new Refusal("Package.BeforeIssue", TownTime.DayOf(version.IssuedAt)) { Field = field }
        : null;

    private static Task<PackageVersion?> FindAsync(Operation op, long id, CancellationToken cancellation) =>
        op.Db.PackageVersions.VisibleTo(op).Include(v => v.Enterprise).FirstOrDefaultAsync(v => v.Id == id, cancellation);

    private static string Label(PackageVersion version) => $"{version.Year}-{version.Number}";

    private static Subject AsSubject(PackageVersion version) => new(nameof(PackageVersion), version.Id);
}
