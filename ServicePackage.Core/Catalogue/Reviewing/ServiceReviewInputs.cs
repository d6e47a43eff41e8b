using FluentValidation;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Catalogue;

/// <summary>A draft is published, as typed.</summary>
public sealed class PublishServiceInput
{
    /// <summary>The service.</summary>
    public long ServiceId { get; set; }

    /// <summary>The version of the draft the person saw.</summary>
    public int Version { get; set; }

    /// <summary>What changed; required from the second version on.</summary>
    public string ChangeNote { get; set; } = "";
}

/// <summary>A draft is sent back, or a service withdrawn, as typed.</summary>
public sealed class ServiceReasonInput
{
    /// <summary>The service.</summary>
    public long ServiceId { get; set; }

    /// <summary>The version the person saw: of the draft that is sent back, of the service that is withdrawn.</summary>
    public int Version { get; set; }

    public string Reason { get; set; } = "";
}

/// <summary>Checks what is typed when a draft is published.</summary>
public sealed class PublishServiceValidator : AbstractValidator<PublishServiceInput>
{
    public PublishServiceValidator() => RuleFor(i => i.ChangeNote).Text("ServiceChangeNote", ServiceRules.LongestReason, required: false);
}

/// <summary>Checks a reason.</summary>
public sealed class ServiceReasonValidator : AbstractValidator<ServiceReasonInput>
{
    public ServiceReasonValidator() => RuleFor(i => i.Reason).Text("ServiceReason", ServiceRules.LongestReason);
}
