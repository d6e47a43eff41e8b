using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Mail;

/// <summary>What a person chooses to be sent by mail.</summary>
public sealed class MailWishInput
{
    /// <summary>The version the person saw; 0 where nothing was chosen yet.</summary>
    public int Version { get; set; }

    /// <summary>The language of the mails.</summary>
    public MailLanguage? Language { get; set; }

    /// <summary>When to send what waits on the person.</summary>
    public MailTiming? Waits { get; set; }

    /// <summary>When to send what happened to the person's demands; not asked of an enterprise.</summary>
    public MailTiming? Concerns { get; set; }

    /// <summary>When to send what somebody else is late with; not asked of an enterprise.</summary>
    public MailTiming? Escalations { get; set; }

    /// <summary>Whether to tell nothing of the week's policies.</summary>
    public bool WeeklyOff { get; set; }
}

/// <summary>Checks what is chosen.</summary>
public sealed class MailWishValidator : AbstractValidator<MailWishInput>
{
    public MailWishValidator()
    {
        RuleFor(w => w.Language).Must(l => l is { } language && Enum.IsDefined(language)).WithErrorCode("NotChosen").WithState(_ => new FieldName("MailLanguage"));
        RuleFor(w => w.Waits).Must(IsChosen).WithErrorCode("NotChosen").WithState(_ => new FieldName("MailTiming"));
        RuleFor(w => w.Concerns).Must(IsChosen).WithErrorCode("NotChosen").WithState(_ => new FieldName("MailTiming"));
        RuleFor(w => w.Escalations).Must(IsChosen).WithErrorCode("NotChosen").WithState(_ => new FieldName("MailTiming"));
    }

    private static bool IsChosen(MailTiming? timing) => timing is { } chosen && Enum.IsDefined(chosen);
}

/// <summary>A person's choice as the page shows it.</summary>
/// <param name="Address">The person's e-mail address; empty where there is none.</param>
/// <param name="IsOn">Whether this installation sends mail at all.</param>
/// <param name="Groups">What can be chosen.</param>
/// <param name="Wish">The present choice.</param>
public sealed record MailWishView(string Address, bool IsOn, IReadOnlyList<MailGroup> Groups, MailWishInput Wish);

/// <summary>Everybody's own choice of what is sent by mail. The notices themselves always stand in the bell.</summary>
public sealed class MailWishService(OperationRunner operations, IOptions<MailSettings> settings)
{
    /// <summary>The caller's present choice.</summary>
    public Task<Outcome<MailWishView>> GetAsync(Caller caller, CancellationToken cancellation = default) =>
        operations.ReadAsync<MailWishView>(caller, async op =>
        {
            var wish = await op.Db.MailWishes.FirstOrDefaultAsync(w => w.AccountId == op.Actor.AccountId, cancellation) ?? new MailWish();
            var address = await op.Db.Users.Where(a => a.Id == op.Actor.AccountId).Select(a => a.Email).FirstAsync(cancellation);
            return new MailWishView(address ?? "", settings.Value.IsOn, MailGroups.For(op.Actor.EnterpriseId is not null), new MailWishInput
            {
                Version = wish.Version,
                Language = wish.Language,
                Waits = wish.Waits,
                Concerns = wish.Concerns,
                Escalations = wish.Escalations,
                WeeklyOff = wish.WeeklyOff,
            });
        }, cancellation);

    /// <summary>Keeps the caller's choice; what waits to be sent follows it. Refused: something not chosen, stale.</summary>
    public Task<Outcome<Nothing>> SaveAsync(Caller caller, Guid commandId, MailWishInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            if (new MailWishValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            var wish = await op.Db.MailWishes.FirstOrDefaultAsync(w => w.AccountId == op.Actor.AccountId, cancellation);
            if ((wish?.Version ?? 0) != input.Version)
            {
                return Refusal.Stale;
            }

            wish ??= op.Db.MailWishes.Add(new MailWish { AccountId = op.Actor.AccountId }).Entity;
            wish.Language = input.Language!.Value;
            (wish.Waits, wish.Concerns, wish.Escalations) = (input.Waits!.Value, input.Concerns!.Value, input.Escalations!.Value);
            wish.WeeklyOff = input.WeeklyOff;
            wish.Version++;
            op.Note(wish, "ChooseMail");
            return Nothing.Value;
        }, cancellation);

    /// <summary>Turns the week's digest of policies off for the caller, or on again; all else stays as it was chosen.</summary>
    public Task<Outcome<Nothing>> SetWeeklyAsync(Caller caller, Guid commandId, bool off, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            var wish = await op.Db.MailWishes.FirstOrDefaultAsync(w => w.AccountId == op.Actor.AccountId, cancellation)
                ?? op.Db.MailWishes.Add(new MailWish { AccountId = op.Actor.AccountId }).Entity;
            wish.WeeklyOff = off;
            wish.Version++;
            op.Note(wish, "ChooseMail");
            return Nothing.Value;
        }, cancellation);
}
