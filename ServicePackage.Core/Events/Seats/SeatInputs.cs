using FluentValidation;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Events;

/// <summary>An enterprise signs up, as typed.</summary>
public sealed class SignUpInput
{
    /// <summary>The event.</summary>
    public long EventId { get; set; }

    /// <summary>The copy of it that the person saw: when and where it was then.</summary>
    public int Version { get; set; }

    /// <summary>How many people come.</summary>
    public int People { get; set; } = 1;

    /// <summary>Who comes.</summary>
    public string Names { get; set; } = "";

    public string Contact { get; set; } = "";

    public string Phone { get; set; } = "";
}

/// <summary>Checks what is typed when an enterprise signs up.</summary>
public sealed class SignUpValidator : AbstractValidator<SignUpInput>
{
    public SignUpValidator()
    {
        RuleFor(s => s.People).InclusiveBetween(1, EventRules.MostPeople).WithErrorCode("Seat.People").WithState(_ => new object[] { EventRules.MostPeople });
        RuleFor(s => s.Names).Text("SeatNames", EventRules.LongestNames);
        RuleFor(s => s.Contact).Text("SeatContact", ServiceRules.LongestContact);
        RuleFor(s => s.Phone).Phone("SeatPhone", required: true);
    }
}

/// <summary>Which seat an act is about, as the person saw it.</summary>
/// <param name="Id">The seat.</param>
/// <param name="Version">The version of the copy.</param>
public sealed record SeatAct(long Id, int Version);

/// <summary>What came of signing up: a seat, or a place on the waiting list.</summary>
/// <param name="SeatId">The seat.</param>
/// <param name="State">Whether it is a seat or a place on the waiting list.</param>
/// <param name="Place">The place on the waiting list, from 1 on; 0 of a seat.</param>
public sealed record SignedUp(long SeatId, SeatState State, int Place);

/// <summary>A rating, as typed.</summary>
public sealed class SeatRatingInput
{
    /// <summary>The seat.</summary>
    public long Id { get; set; }

    /// <summary>The copy the person saw.</summary>
    public int Version { get; set; }

    public RatingLevel? Rating { get; set; }

    /// <summary>Why; a bad one takes a reason.</summary>
    public string Word { get; set; } = "";
}

/// <summary>Checks a rating.</summary>
public sealed class SeatRatingValidator : AbstractValidator<SeatRatingInput>
{
    public SeatRatingValidator()
    {
        RuleFor(r => r.Rating).Must(r => r is { } level && Enum.IsDefined(level)).WithErrorCode("NotChosen").WithState(_ => new object[] { new FieldName("SeatRating") });
        RuleFor(r => r.Word).Text("SeatReason", EventRules.LongestReason, required: false);
        RuleFor(r => r.Word).Must((r, word) => !RatingScopes.IsBad.Holds(r.Rating) || TextRules.SaysSomething(word)).WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("SeatReason") });
    }
}

/// <summary>What was done about a bad rating, as typed.</summary>
public sealed class SeatFollowUpInput
{
    /// <summary>The seat.</summary>
    public long Id { get; set; }

    /// <summary>The copy the person saw.</summary>
    public int Version { get; set; }

    public string Word { get; set; } = "";
}

/// <summary>Checks what was done about a bad rating.</summary>
public sealed class SeatFollowUpValidator : AbstractValidator<SeatFollowUpInput>
{
    public SeatFollowUpValidator() => RuleFor(f => f.Word).Text("SeatFollowUp", EventRules.LongestReason);
}

/// <summary>Who came of one enterprise, as typed.</summary>
public sealed class CameInput
{
    /// <summary>The seat.</summary>
    public long SeatId { get; set; }

    /// <summary>The copy the person saw.</summary>
    public int Version { get; set; }

    /// <summary>How many came; 0 where nobody did, null where it is not noted.</summary>
    public int? Came { get; set; }
}

/// <summary>Who came to an event, as typed.</summary>
public sealed class AttendanceInput
{
    /// <summary>The event.</summary>
    public long EventId { get; set; }

    /// <summary>Those with a seat.</summary>
    public List<CameInput> Rows { get; set; } = [];
}

/// <summary>Checks who came.</summary>
public sealed class AttendanceValidator : AbstractValidator<AttendanceInput>
{
    public AttendanceValidator() =>
        RuleFor(a => a.Rows).Must(rows => rows.TrueForAll(r => r.Came is null or (>= 0 and <= EventRules.MostPeople))).WithErrorCode("Seat.Came").WithState(_ => new object[] { EventRules.MostPeople });
}
