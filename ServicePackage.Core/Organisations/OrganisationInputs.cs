using FluentValidation;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Organisations;

/// <summary>A new organisation, as typed.</summary>
public sealed class NewOrganisationInput
{
    /// <summary>Its part in the procedure; cannot be changed later.</summary>
    public OrganisationKind Kind { get; set; } = OrganisationKind.Unit;

    public string Name { get; set; } = "";

    /// <summary>Its name on English screens; may stay empty.</summary>
    public string EnglishName { get; set; } = "";

    /// <summary>Office telephone; may stay empty.</summary>
    public string Phone { get; set; } = "";

    /// <summary>What it is by nature; of a provider alone.</summary>
    public ProviderNature? Nature { get; set; }
}

/// <summary>An organisation's changed facts, as typed.</summary>
public sealed class OrganisationInput
{
    public long Id { get; set; }

    /// <summary>The version the person saw.</summary>
    public int Version { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Its name on English screens; may stay empty.</summary>
    public string EnglishName { get; set; } = "";

    /// <summary>Office telephone; may stay empty.</summary>
    public string Phone { get; set; } = "";

    /// <summary>What it is by nature; of a provider alone.</summary>
    public ProviderNature? Nature { get; set; }
}

/// <summary>Checks what is typed of a new organisation.</summary>
public sealed class NewOrganisationValidator : AbstractValidator<NewOrganisationInput>
{
    public NewOrganisationValidator()
    {
        RuleFor(o => o.Kind).IsInEnum().WithErrorCode("Organisation.KindMissing");
        RuleFor(o => o.Name).Text("OrganisationName", OrganisationValidator.LongestName);
        RuleFor(o => o.EnglishName).Text("EnglishName", OrganisationValidator.LongestEnglishName, required: false);
        RuleFor(o => o.Phone).Phone("OfficePhone");
        RuleFor(o => o.Nature).Must((o, nature) => o.Kind != OrganisationKind.Provider || nature is not null).WithErrorCode("NotChosen").WithState(_ => new object[] { new FieldName("ProviderNature") });
        RuleFor(o => o.Nature).Must(nature => nature is null || Enum.IsDefined(nature.Value)).WithErrorCode("NotChosen").WithState(_ => new object[] { new FieldName("ProviderNature") });
    }
}

/// <summary>Checks what is typed of an organisation.</summary>
public sealed class OrganisationValidator : AbstractValidator<OrganisationInput>
{
    /// <summary>The longest name (characters).</summary>
    public const int LongestName = 60;

    /// <summary>The longest English name (characters).</summary>
    public const int LongestEnglishName = 120;

    public OrganisationValidator()
    {
        RuleFor(o => o.Name).Text("OrganisationName", LongestName);
        RuleFor(o => o.EnglishName).Text("EnglishName", LongestEnglishName, required: false);
        RuleFor(o => o.Phone).Phone("OfficePhone");
        RuleFor(o => o.Nature).Must(nature => nature is null || Enum.IsDefined(nature.Value)).WithErrorCode("NotChosen").WithState(_ => new object[] { new FieldName("ProviderNature") });
    }
}
