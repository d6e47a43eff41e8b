using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Catalogue;

/// <summary>Finds the draft that an act is about, and writes into it what was typed.</summary>
internal static class ServiceDrafts
{
    /// <summary>
    /// The draft, to be written at. Refused: NotFound where the actor sees none; NotAllowed where they may not write at it; a stale copy, that it was published or
    /// discarded meanwhile among them; Service.UnderReview or Service.NotSubmitted unless <paramref name="state"/> is what it is in.
    /// </summary>
    public static async Task<Outcome<ServiceVersion>> FindAsync(Operation op, ServiceAct act, ServiceState state, CancellationToken cancellation)
    {
        var draft = await op.Db.ServiceVersions.VisibleTo(op).Drafts().Where(v => v.ServiceId == act.ServiceId).Include(v => v.Service).FirstOrDefaultAsync(cancellation);
        if (draft is null)
        {
            var service = await op.Db.Services.VisibleTo(op).FirstOrDefaultAsync(s => s.Id == act.ServiceId, cancellation);
            return service is null ? Refusal.NotFound : ServiceAccess.MayWrite(op.Actor, service) ? Refusal.Stale : Refusal.NotAllowed;
        }

        return !ServiceAccess.MayWrite(op.Actor, draft.Service) ? Refusal.NotAllowed
            : draft.Version != act.Version ? Refusal.Stale
            : draft.State == state ? draft
            : new Refusal(draft.State == ServiceState.Submitted ? "Service.UnderReview" : "Service.NotSubmitted");
    }

    /// <summary>Why a draft is neither handed in nor published: its service was withdrawn, or its last day is over. Null where it may be.</summary>
    public static Refusal? RefuseToGoOn(Operation op, ServiceVersion draft) =>
        ServiceScopes.WhyNotToBeHad(draft, op.Today, "Service.DraftEnded");

    /// <summary>Writes what was typed, and notes who changed it.</summary>
    public static void Write(Operation op, ServiceVersion draft, ServiceInput input)
    {
        draft.Title = TextRules.Kept(input.Title);
        draft.Initials = NameKey.InitialsOf(draft.Title);
        (draft.Class, draft.Level, draft.Forms, draft.Fee) = (input.Class!.Value, input.Level!.Value, input.Forms, input.Fee!.Value);
        (draft.FeeWords, draft.FeeYuan) = draft.Fee == ServiceFee.Free ? ("", null) : (input.FeeWords.Trim(), input.Yuan);
        (draft.Text, draft.HowToGet, draft.Contact) = (input.Text.Trim(), input.HowToGet.Trim(), input.Contact.Trim());
        (draft.Phone, draft.SourceAddress) = (PhoneNumber.Normalise(input.Phone), input.SourceAddress.Trim());
        (draft.GoodUntil, draft.IsDemo) = (input.GoodUntil, input.IsDemo);
        draft.Audience = input.Audience is { } audience ? ConditionJson.Write(audience) : null;
        draft.Version++;
        (draft.ChangedById, draft.ChangedAt) = (op.Actor.AccountId, op.Now);
    }

    /// <summary>A draft that says what a version says.</summary>
    public static ServiceVersion Copy(ServiceVersion version) => new()
    {
        ServiceId = version.ServiceId,
        Number = version.Number + 1,
        Title = version.Title,
        Initials = version.Initials,
        Class = version.Class,
        Level = version.Level,
        Text = version.Text,
        Forms = version.Forms,
        Fee = version.Fee,
        FeeWords = version.FeeWords,
        FeeYuan = version.FeeYuan,
        Audience = version.Audience,
        HowToGet = version.HowToGet,
        Contact = version.Contact,
        Phone = version.Phone,
        SourceAddress = version.SourceAddress,
        GoodUntil = version.GoodUntil,
        IsDemo = version.IsDemo,
    };
}
