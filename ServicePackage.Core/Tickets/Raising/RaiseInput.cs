using FluentValidation;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Tickets;

/// <summary>What is given when a demand is raised (plan §六(一)).</summary>
public sealed class RaiseInput
{
    /// <summary>The enterprise; taken from the account where an enterprise raises its own.</summary>
    public long? EnterpriseId { get; set; }

    public Channel Channel { get; set; }

    public TicketType? Type { get; set; }

    public long? TopicId { get; set; }

    public string Title { get; set; } = "";

    public string Text { get; set; } = "";

    public string ContactName { get; set; } = "";

    public string ContactPhone { get; set; } = "";

    /// <summary>The number of the demand it follows on.</summary>
    public string LinkedNumber { get; set; } = "";

    public List<Guid> AttachmentIds { get; set; } = [];
}

/// <summary>Refuses a demand that lacks what it must give.</summary>
public sealed class RaiseInputValidator : AbstractValidator<RaiseInput>
{
    /// <summary>The longest title (characters).</summary>
    public const int LongestTitle = 100;

    /// <param name="onBehalf">Whether somebody raises it for the enterprise, and has to say how it reached them.</param>
    public RaiseInputValidator(bool onBehalf = false)
    {
        RuleFor(i => i.EnterpriseId).NotNull().WithErrorCode("NotChosen").WithState(_ => new FieldName("Enterprise"));
        RuleFor(i => i.Channel).NotEqual(Channel.Online).When(_ => onBehalf).WithErrorCode("ChannelMissing");
        RuleFor(i => i.Channel).IsInEnum().WithErrorCode("NotChosen").WithState(_ => new FieldName("Channel"));
        RuleFor(i => i.Type).Must(t => t is { } type && Enum.IsDefined(type)).WithErrorCode("NotChosen").WithState(_ => new FieldName("Type"));
        RuleFor(i => i.TopicId).NotNull().WithErrorCode("NotChosen").WithState(_ => new FieldName("Topic"));
        RuleFor(i => i.Title).Text("Title", LongestTitle);
        RuleFor(i => i.Text).Text("Asked");
        RuleFor(i => i.ContactName).Text("ContactName", 60);
        RuleFor(i => i.ContactPhone).Text("ContactPhone", 30).Phone("ContactPhone");
        RuleFor(i => i.LinkedNumber).Text("LinkedNumber", 20, required: false);
    }
}
