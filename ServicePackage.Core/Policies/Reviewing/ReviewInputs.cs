using FluentValidation;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Policies;

/// <summary>A draft is published, as typed.</summary>
public sealed class PublishInput
{
    /// <summary>The policy.</summary>
    public long PolicyId { get; set; }

    /// <summary>The version of the draft the person saw.</summary>
    public int Version { get; set; }

    /// <summary>What changed; required from the second version on.</summary>
    public string ChangeNote { get; set; } = "";

    /// <summary>Whether those who were told of the version before are told again.</summary>
    public bool TellAgain { get; set; }
}

/// <summary>A draft is sent back, as typed.</summary>
public sealed class SendBackInput
{
    /// <summary>The policy.</summary>
    public long PolicyId { get; set; }

    /// <summary>The version of the draft the person saw.</summary>
    public int Version { get; set; }

    public string Reason { get; set; } = "";
}

/// <summary>A policy is withdrawn, as typed.</summary>
public sealed class WithdrawInput
{
    /// <summary>The policy.</summary>
    public long PolicyId { get; set; }

    /// <summary>The version of the policy the person saw.</summary>
    public int Version { get; set; }

    public string Reason { get; set; } = "";
}

/// <summary>Checks what is typed when a draft is published.</summary>
public sealed class PublishValidator : AbstractValidator<PublishInput>
{
    public PublishValidator() => RuleFor(i => i.ChangeNote).Text("PolicyChangeNote", PolicyRules.LongestReason, required: false);
}

/// <summary>Checks what is typed when a draft is sent back.</summary>
public sealed class SendBackValidator : AbstractValidator<SendBackInput>
{
    public SendBackValidator() => RuleFor(i => i.Reason).Text("PolicySendBackReason", PolicyRules.LongestReason);
}

/// <summary>Checks what is typed when a policy is withdrawn.</summary>
public sealed class WithdrawValidator : AbstractValidator<WithdrawInput>
{
    public WithdrawValidator() => RuleFor(i => i.Reason).Text("PolicyWithdrawReason", PolicyRules.LongestReason);
}
