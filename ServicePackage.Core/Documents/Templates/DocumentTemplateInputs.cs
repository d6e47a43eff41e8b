using FluentValidation;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Documents;

/// <summary>A template is uploaded, as typed.</summary>
public sealed class DocumentTemplateInput
{
    /// <summary>The longest word on what is different, in characters.</summary>
    public const int LongestNote = 200;

    /// <summary>The kind of document.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The uploaded file: one.</summary>
    public List<Guid> FileIds { get; set; } = [];

    /// <summary>What is different.</summary>
    public string Note { get; set; } = "";
}

/// <summary>A template is put in force.</summary>
public sealed class PutInForceInput
{
    /// <summary>The kind of document.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The number of the template; 0 for the built-in one.</summary>
    public int Number { get; set; }

    /// <summary>The order of the use the person saw; 0 where there was none yet.</summary>
    public int Seen { get; set; }
}

/// <summary>Checks what is typed of a template.</summary>
public sealed class DocumentTemplateValidator : AbstractValidator<DocumentTemplateInput>
{
    public DocumentTemplateValidator()
    {
        RuleFor(i => i.FileIds).Must(ids => ids.Count == 1).WithErrorCode("Template.OneFile");
        RuleFor(i => i.Note).Text("TemplateNote", DocumentTemplateInput.LongestNote);
    }
}
