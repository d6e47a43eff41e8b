using FluentValidation;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Policies;

/// <summary>An enterprise that meets a clause granted without application.</summary>
/// <param name="EnterpriseId">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Missing">What no authority has said yet and decides it; none where it can be confirmed.</param>
public sealed record OfferCandidate(long EnterpriseId, string Name, IReadOnlyList<Asked> Missing);

/// <summary>Whom a clause is granted to without an application.</summary>
/// <param name="PolicyId">Its policy.</param>
/// <param name="ClauseId">The clause.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="PolicyTitle">The title of its policy.</param>
/// <param name="Benefit">What it gives, in words.</param>
/// <param name="Ready">A page of those that meet it by what authorities say alone.</param>
/// <param name="Apart">A page of those that meet it by what was declared or checked alone: they cannot be confirmed yet.</param>
/// <param name="Already">How many have been confirmed this year.</param>
/// <param name="HasCondition">Whether it says whom it is for, so that one can say who meets it.</param>
/// <param name="Today">The day it is read (Shanghai).</param>
public sealed record OfferSheet(
    long PolicyId, long ClauseId, string Number, string Title, string PolicyTitle, string Benefit, IReadOnlyList<OfferCandidate> Ready, IReadOnlyList<OfferCandidate> Apart, int Already,
    bool HasCondition, DateOnly Today)
{
    /// <summary>The keys of all that can be confirmed, those on other pages among them.</summary>
    public IReadOnlyList<long> ReadyIds { get; init; } = [];

    /// <summary>How many cannot be confirmed yet, on all pages.</summary>
    public int ApartTotal { get; init; }
}

/// <summary>Which page of the enterprises that a clause is granted to.</summary>
/// <param name="Skip">Rows before the page.</param>
/// <param name="Take">Rows of the page.</param>
public sealed record OfferFilter(int Skip = 0, int Take = Paging.Largest)
{
    internal IReadOnlyList<OfferCandidate> Of(IReadOnlyList<OfferCandidate> all) => [.. all.Skip(Math.Max(0, Skip)).Take(Math.Clamp(Take, 1, Paging.Largest))];
}

/// <summary>An enterprise to be confirmed.</summary>
public sealed class OfferedEnterprise
{
    /// <summary>Its key.</summary>
    public long EnterpriseId { get; set; }

    /// <summary>What it gets; only where each gets its own amount.</summary>
    public string Amount { get; set; } = "";
}

/// <summary>Enterprises confirmed without an application, as chosen and typed.</summary>
public sealed class OfferInput
{
    /// <summary>The most that are confirmed at once.</summary>
    public const int Most = 500;

    public long PolicyId { get; set; }

    /// <summary>The clause, by its key through all versions.</summary>
    public long ClauseId { get; set; }

    /// <summary>Those chosen.</summary>
    public List<OfferedEnterprise> Enterprises { get; set; } = [];

    /// <summary>Whether it is no money.</summary>
    public bool NoMoney { get; set; }

    /// <summary>Whether each gets an amount of its own.</summary>
    public bool Each { get; set; }

    /// <summary>What every one of them gets.</summary>
    public string Amount { get; set; } = "";

    /// <summary>The unit in which amounts are typed.</summary>
    public MoneyUnit Unit { get; set; }
}

/// <summary>Checks what is confirmed.</summary>
public sealed class OfferValidator : AbstractValidator<OfferInput>
{
    public OfferValidator()
    {
        RuleFor(o => o.Enterprises).NotEmpty().WithErrorCode("Offer.NothingChosen");
        RuleFor(o => o.Enterprises).Must(e => e.Count <= OfferInput.Most).WithErrorCode("Offer.TooMany").WithState(_ => OfferInput.Most);
        RuleFor(o => o.Amount).RefusedBy(o => Money.Read(o.Amount, o.Unit).Refusal).When(o => !o.NoMoney && !o.Each);
        RuleFor(o => o.Enterprises).Must((o, all) => all.TrueForAll(e => Money.Read(e.Amount, o.Unit).Done)).When(o => !o.NoMoney && o.Each).WithErrorCode("Offer.AmountsMissing");
    }
}
