using FluentValidation;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.FollowUps;

/// <summary>An item is ended, as typed.</summary>
public sealed class EndFollowUpInput
{
    /// <summary>The item.</summary>
    public long Id { get; set; }

    /// <summary>The copy the person saw.</summary>
    public int Version { get; set; }

    /// <summary>What came of it.</summary>
    public string Word { get; set; } = "";
}

/// <summary>Checks what is said when an item is ended.</summary>
public sealed class EndFollowUpValidator : AbstractValidator<EndFollowUpInput>
{
    public EndFollowUpValidator() => RuleFor(i => i.Word).Text("FollowUpWord", FollowUpRules.LongestWord);
}
