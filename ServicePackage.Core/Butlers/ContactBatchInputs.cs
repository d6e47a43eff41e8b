using FluentValidation;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Butlers;

/// <summary>Over which days contacts with many enterprises are to be spread.</summary>
public class SpreadContactsInput
{
    /// <summary>The day (Shanghai) from which they are spread.</summary>
    public DateOnly? First { get; set; }

    /// <summary>How many a working day, at most.</summary>
    public int? PerDay { get; set; } = ContactRules.UsualPerDay;

    /// <summary>The enterprises, in the order in which they are to be contacted.</summary>
    public IReadOnlyList<ContactRow> Rows { get; set; } = [];
}

/// <summary>Plans contacts with many enterprises, one a row.</summary>
public sealed class PlanContactsInput : SpreadContactsInput
{
    public ContactWay? Way { get; set; }

    /// <summary>What they are to be about; may be empty.</summary>
    public string Purpose { get; set; } = "";
}

/// <summary>One enterprise of many whose contacts are planned together.</summary>
public sealed class ContactRow
{
    public long EnterpriseId { get; set; }

    /// <summary>The day (Shanghai): chosen, or as it was proposed last.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>Whether a person chose the day; otherwise it follows the proposal.</summary>
    public bool IsChosen { get; set; }

    /// <summary>True: somebody else's visit close to it is known, and it shall take place all the same.</summary>
    public bool DespiteVisit { get; set; }
}

/// <summary>Checks over which days contacts are to be spread; the first day is judged against today by the service.</summary>
public sealed class SpreadContactsValidator : AbstractValidator<SpreadContactsInput>
{
    /// <summary>Sets up the rules.</summary>
    public SpreadContactsValidator()
    {
        RuleFor(c => c.First).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("ContactFirst") });
        RuleFor(c => c.PerDay).Must(n => n is >= 1 and <= ContactRules.MostPerDay).WithErrorCode("Contact.PerDay").WithState(_ => new object[] { ContactRules.MostPerDay });
        RuleFor(c => c.Rows).Must(rows => rows.Count <= ContactRules.MostAtOnce).WithErrorCode("Contact.TooMany").WithState(_ => new object[] { ContactRules.MostAtOnce });
    }
}

/// <summary>Checks what is typed of contacts planned together; each enterprise and its day are judged one by one by the service.</summary>
public sealed class PlanContactsValidator : AbstractValidator<PlanContactsInput>
{
    /// <summary>Sets up the rules.</summary>
    public PlanContactsValidator()
    {
        Include(new SpreadContactsValidator());
        RuleFor(c => c.Way).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("ContactWay") });
        RuleFor(c => c.Purpose).Text("ContactPurpose", ContactRules.LongestPurpose, required: false);
        RuleFor(c => c.Rows).NotEmpty().WithErrorCode("Contact.NobodyChosen");
    }
}
