using FluentValidation;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Butlers;

/// <summary>Plans a contact, or moves the one that is planned.</summary>
public sealed class PlanContactInput
{
    public long EnterpriseId { get; set; }

    /// <summary>The planned contact that is moved, as the person saw it; null for a new plan.</summary>
    public long? PlanId { get; set; }

    /// <summary>Its version, as the person saw it.</summary>
    public int PlanVersion { get; set; }

    public ContactWay? Way { get; set; }

    /// <summary>The day (Shanghai).</summary>
    public DateOnly? Day { get; set; }

    /// <summary>What it is to be about; may be empty.</summary>
    public string Purpose { get; set; } = "";

    /// <summary>True: somebody else's visit close to it is known, and it shall take place all the same.</summary>
    public bool DespiteVisit { get; set; }
}

/// <summary>Records a contact that was held.</summary>
public sealed class RecordContactInput
{
    public long EnterpriseId { get; set; }

    /// <summary>The planned contact that was held with it, as the person saw it; null where it was not planned.</summary>
    public long? PlanId { get; set; }

    /// <summary>Its version, as the person saw it.</summary>
    public int PlanVersion { get; set; }

    /// <summary>The number of the demand whose answer was asked for; empty for none.</summary>
    public string TicketNumber { get; set; } = "";

    public ContactWay? Way { get; set; }

    /// <summary>When: a wall-clock time in Shanghai.</summary>
    public DateTime? When { get; set; }

    public string WithWhom { get; set; } = "";

    public string Said { get; set; } = "";

    /// <summary>True: somebody else's visit close to it is known, and it is recorded all the same.</summary>
    public bool DespiteVisit { get; set; }
}

/// <summary>Checks what is typed of a planned contact.</summary>
public sealed class PlanContactValidator : AbstractValidator<PlanContactInput>
{
    /// <summary>Sets up the rules; the day is judged against today by the service.</summary>
    public PlanContactValidator()
    {
        RuleFor(c => c.Way).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("ContactWay") });
        RuleFor(c => c.Day).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("ContactDay") });
        RuleFor(c => c.Purpose).Text("ContactPurpose", ContactRules.LongestPurpose, required: false);
    }
}

/// <summary>Checks what is typed of a contact that was held.</summary>
public sealed class RecordContactValidator : AbstractValidator<RecordContactInput>
{
    /// <summary>Sets up the rules; the hour is judged against now by the service.</summary>
    public RecordContactValidator()
    {
        RuleFor(c => c.Way).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("ContactWay") });
        RuleFor(c => c.When).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("ContactWhen") })
            .Must(w => w is not { } when || WorkingCalendar.Covers(DateOnly.FromDateTime(when))).WithErrorCode("Contact.TooFar").WithState(_ => new object[] { ContactRules.Reach });
        RuleFor(c => c.WithWhom).Text("ContactWithWhom", ContactRules.LongestName);
        RuleFor(c => c.Said).Text("ContactSaid", ContactRules.LongestSaid);
    }
}
