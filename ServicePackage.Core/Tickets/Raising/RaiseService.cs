using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <summary>Takes in demands (plan §六(一)): from the enterprise itself, or on its behalf.</summary>
public sealed class RaiseService(OperationRunner operations, TicketNumbers numbers, MomentSource moments, TownClock clock)
{
    /// <summary>
    /// Raises a demand and gives its number. Raised by the enterprise's own people, or with the channel it came by through
    /// its butler, its economic city or the Centre, who then is the first-asked person. Refuses an enterprise that is not
    /// on the current roster, an incomplete input, and whoever does not serve the enterprise.
    /// </summary>
    public async Task<Outcome<Moved>> RaiseAsync(Caller caller, Guid commandId, RaiseInput input, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var before = await operations.ReadAsync<Target>(caller, op => CheckAsync(op, input, cancellation), cancellation);
        if (before.Refusal is { } refused)
        {
            return await operations.ChangeAsync<Moved>(caller, commandId, _ => Task.FromResult<Outcome<Moved>>(refused), cancellation); // a repeated command gets its first result
        }

        var number = await numbers.NextAsync(clock.Today.Year, cancellation);
        if (number.Refusal is { } trouble)
        {
            return trouble;
        }

        return await operations.ChangeAsync<Moved>(caller, commandId, async op =>
        {
            var check = await CheckAsync(op, input, cancellation);
            if (check.Refusal is { } refusal)
            {
                return refusal;
            }

            var (enterprise, linked, onBehalf) = check.Value;
            var firstAsked = onBehalf ? op.Actor.AccountId : await FirstAskedAsync(op, enterprise, cancellation);
            if (firstAsked is not { } firstAskedId)
            {
                return new Refusal("NobodyFirstAsked");
            }

            var moment = await moments.OfAsync(op, cancellation);
            var ticket = Ticket.Raise(input, number.Value, enterprise.Id, firstAskedId, linked, moment);
            op.Db.Tickets.Add(ticket);
            await op.SaveAsync(cancellation);
            if (await AttachmentService.ClaimAsync(op, ticket.AsSubject(), input.AttachmentIds, isInternal: false, cancellation: cancellation) is { } unclaimed)
            {
                return unclaimed;
            }

            op.Note(ticket, nameof(Move.Raise), new TicketEntry { To = ticket.State, Version = ticket.Version, Given = new MoveInput { Text = ticket.Text, AttachmentIds = input.AttachmentIds } });
            await op.Db.Entry(ticket).Reference(t => t.Enterprise).LoadAsync(cancellation);
            var book = await RecipientBook.OfAsync(op, ticket, cancellation);
            MoveNotices.Tell(op, ticket, new MoveTold(Move.Raise, op.Actor.Name, op.Now, moment.Limits.ReopenWithinDays), [Recipient.Dispatcher, Recipient.FirstAsked], book);
            return new Moved(ticket.Number, ticket.State, ticket.Version);
        }, cancellation);
    }

    /// <summary>For whom it is raised and what it follows on; or why it cannot be raised.</summary>
    private static async Task<Outcome<Target>> CheckAsync(Operation op, RaiseInput input, CancellationToken cancellation)
    {
        var onBehalf = op.Actor.EnterpriseId is null;
        input.EnterpriseId = op.Actor.EnterpriseId ?? input.EnterpriseId;
        input.Channel = onBehalf ? input.Channel : Channel.Online;
        if (new RaiseInputValidator().Refuse(input) is { } incomplete)
        {
            return incomplete;
        }

        var enterprise = await op.Db.Enterprises.VisibleTo(op).FirstOrDefaultAsync(e => e.Id == input.EnterpriseId, cancellation);
        if (enterprise is null)
        {
            return Refusal.NotFound;
        }

        if (await RefuseAsync(op, enterprise, input, onBehalf, cancellation) is { } refusal)
        {
            return refusal;
        }

        var linked = await LinkedAsync(op, enterprise, input, cancellation);
        return linked is null && input.LinkedNumber.Trim().Length > 0
            ? new Refusal("OtherNumberUnknown", input.LinkedNumber.Trim()) { Field = nameof(RaiseInput.LinkedNumber) }
            : new Target(enterprise, linked, onBehalf);
    }

    private static async Task<Refusal?> RefuseAsync(Operation op, Enterprise enterprise, RaiseInput input, bool onBehalf, CancellationToken cancellation)
    {
        if (onBehalf)
        {
            var serves = op.Actor.IsCentre
                || EnterpriseAccess.CitiesOf(op.Actor).Contains(enterprise.EconomicCityId)
                || await op.Db.ServingOn(op.Today).AnyAsync(s => s.EnterpriseId == enterprise.Id && s.AccountId == op.Actor.AccountId, cancellation);
            if (!serves)
            {
                return new Refusal("NotServing") { Field = nameof(RaiseInput.EnterpriseId) };
            }

            if (input.Channel == Channel.Online)
            {
                return new Refusal("ChannelMissing") { Field = nameof(RaiseInput.Channel) };
            }
        }

        if (!EnterpriseScopes.IsOnRoster.Holds(enterprise, op.Today))
        {
            return new Refusal("NotOnRoster", enterprise.Name) { Field = nameof(RaiseInput.EnterpriseId) };
        }

        return await op.Db.Topics.AnyAsync(t => t.Id == input.TopicId, cancellation)
            ? null
            : new Refusal("TopicUnknown") { Field = nameof(RaiseInput.TopicId) };
    }

    private static async Task<long?> LinkedAsync(Operation op, Enterprise enterprise, RaiseInput input, CancellationToken cancellation)
    {
        var number = input.LinkedNumber.Trim();
        return await op.Db.Tickets.VisibleTo(op.Actor, op.Db)
            .Where(t => t.Number == number && t.EnterpriseId == enterprise.Id)
            .Select(t => (long?)t.Id)
            .FirstOrDefaultAsync(cancellation);
    }

    /// <summary>The service specialist of the enterprise's economic city, its general manager where there is none; in the district tier the Centre.</summary>
    private static async Task<long?> FirstAskedAsync(Operation op, Enterprise enterprise, CancellationToken cancellation)
    {
        var posts = op.Db.Posts.Where(p => p.Account.DisabledAt == null);
        var ofCity = posts.Where(p => p.OrganisationId == enterprise.EconomicCityId && (p.Kind == PostKind.Specialist || p.Kind == PostKind.GeneralManager));
        var ofCentre = posts.Where(p => p.Kind == PostKind.Dispatcher || p.Kind == PostKind.CentreLead);
        return enterprise.Tier == EnterpriseTier.District
            ? await FirstAsync(ofCentre, PostKind.Dispatcher)
            : await FirstAsync(ofCity, PostKind.Specialist) ?? await FirstAsync(ofCentre, PostKind.Dispatcher);

        Task<long?> FirstAsync(IQueryable<Post> from, PostKind preferred) => from
            .OrderBy(p => p.Kind == preferred ? 0 : 1).ThenBy(p => p.Id)
            .Select(p => (long?)p.AccountId)
            .FirstOrDefaultAsync(cancellation);
    }

    private sealed record Target(Enterprise Enterprise, long? LinkedTicketId, bool OnBehalf);
}
