using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Enterprises;
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
        var number = await numbers.NextAsync(clock.Today.Year, cancellation);
        return await operations.ChangeAsync<Moved>(caller, commandId, async op =>
        {
            var onBehalf = op.Actor.EnterpriseId is null;
            input.EnterpriseId = op.Actor.EnterpriseId ?? input.EnterpriseId;
            input.Channel = onBehalf ? input.Channel : Channel.Online;
            if (new RaiseInputValidator().Refuse(input) is { } incomplete)
            {
                return incomplete;
            }

            var enterprise = await op.Db.Enterprises.VisibleTo(op.Actor, op.Db).FirstOrDefaultAsync(e => e.Id == input.EnterpriseId, cancellation);
            if (enterprise is null)
            {
                return Refusal.NotFound;
            }

            var refusal = await RefuseAsync(op, enterprise, input, onBehalf, cancellation);
            if (refusal is not null)
            {
                return refusal;
            }

            var linked = await LinkedAsync(op, enterprise, input, cancellation);
            if (linked is null && input.LinkedNumber.Trim().Length > 0)
            {
                return new Refusal("OtherNumberUnknown", input.LinkedNumber.Trim()) { Field = nameof(RaiseInput.LinkedNumber) };
            }

            var firstAsked = onBehalf ? op.Actor.AccountId : await FirstAskedAsync(op, enterprise, cancellation);
            if (firstAsked is not { } firstAskedId)
            {
                return new Refusal("NobodyFirstAsked");
            }

            var ticket = Ticket.Raise(input, number, enterprise.Id, firstAskedId, linked, await moments.OfAsync(op, cancellation));
            op.Db.Tickets.Add(ticket);
            await op.SaveAsync(cancellation);
            if (await AttachmentService.ClaimAsync(op, ticket.Id, input.AttachmentIds, isInternal: false, cancellation: cancellation) is { } unclaimed)
            {
                return unclaimed;
            }

            op.Note(ticket, nameof(Move.Raise), new TicketEntry { To = ticket.State, Given = new MoveInput { Text = ticket.Text, AttachmentIds = input.AttachmentIds } });
            await op.Db.Entry(ticket).Reference(t => t.Enterprise).LoadAsync(cancellation);
            var book = await RecipientBook.OfAsync(op.Db, ticket, cancellation);
            foreach (var accountId in book.Of([Recipient.Dispatcher, Recipient.FirstAsked], null))
            {
                op.Tell(accountId, $"Moved.{Move.Raise}", ticket.Id, late: false, ticket.Number, ticket.Title, $"@Move.{Move.Raise}", op.Actor.Name);
            }

            return new Moved(ticket.Number, ticket.State, ticket.Version);
        }, cancellation);
    }

    private static async Task<Refusal?> RefuseAsync(Operation op, Enterprise enterprise, RaiseInput input, bool onBehalf, CancellationToken cancellation)
    {
        if (onBehalf)
        {
            var serves = op.Actor.IsCentre
                || op.Actor.EconomicCityIds.Contains(enterprise.EconomicCityId)
                || await op.Db.ButlerAssignments.AnyAsync(b => b.EnterpriseId == enterprise.Id && b.AccountId == op.Actor.AccountId && b.Until == null, cancellation);
            if (!serves)
            {
                return new Refusal("NotServing") { Field = nameof(RaiseInput.EnterpriseId) };
            }

            if (input.Channel == Channel.Online)
            {
                return new Refusal("ChannelMissing") { Field = nameof(RaiseInput.Channel) };
            }
        }

        if (enterprise.OnRosterFrom > op.Today || enterprise.LeftRosterOn <= op.Today)
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
}
