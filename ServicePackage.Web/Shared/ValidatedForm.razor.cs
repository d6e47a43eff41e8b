using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using ServicePackage.Core.Operations;

namespace ServicePackage.Web.Shared;

/// <summary>A form that shows the findings of a domain validator and the refusals of the domain beside its fields.</summary>
public sealed partial class ValidatedForm<TInput>
{
    private readonly CommandRun _run = new();
    private EditContext _edit = null!;
    private ValidationMessageStore _messages = null!;
    private readonly string _id = $"form-{Guid.NewGuid():N}";
    private Refusal? _whole;
    private bool _refused;

    /// <summary>What the form fills in; a class with settable properties.</summary>
    [Parameter, EditorRequired]
    public TInput Input { get; set; } = null!;

    /// <summary>The domain's own validator; the service checks again with the same one.</summary>
    [Parameter]
    public IValidator<TInput>? Validator { get; set; }

    /// <summary>Gives the command, with its id; returns the refusal or null.</summary>
    [Parameter, EditorRequired]
    public Func<Guid, Task<Refusal?>> Submit { get; set; } = null!;

    /// <summary>What was typed just before and is being looked up: the form is checked when it is known.</summary>
    [Parameter]
    public Func<Task>? Settled { get; set; }

    /// <summary>The verb on the button.</summary>
    [Parameter, EditorRequired]
    public string SubmitText { get; set; } = "";

    /// <summary>The fields.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Quiet acts beside the button, such as cancel.</summary>
    [Parameter]
    public RenderFragment? Acts { get; set; }

    /// <summary>What to do when the copy was stale and the reader asks for the present one.</summary>
    [Parameter]
    public EventCallback OnReload { get; set; }

    /// <summary>Marks a button that takes something away.</summary>
    [Parameter]
    public bool Danger { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_edit?.Model, Input))
        {
            Dispose();
            _edit = new EditContext(Input);
            _messages = new ValidationMessageStore(_edit);
            _edit.OnFieldChanged += CheckField;
            _whole = null;
        }
    }

    /// <summary>A refused form gives the focus to what is wrong first.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_refused)
        {
            _refused = false;
            await Browser.InvokeVoidAsync("servicePackage.focusWrong", _id);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_edit is not null)
        {
            _edit.OnFieldChanged -= CheckField;
        }
    }

    private void CheckField(object? sender, FieldChangedEventArgs e)
    {
        _messages.Clear(e.FieldIdentifier);
        foreach (var finding in Validator?.Refuse(Input)?.Details.Where(d => d.Field == e.FieldIdentifier.FieldName) ?? [])
        {
            _messages.Add(e.FieldIdentifier, finding.Sentence);
        }

        _edit.NotifyValidationStateChanged();
    }

    /// <summary>The present copy is shown: what was wrong with the former one is not said any more.</summary>
    private async Task ReloadAsync()
    {
        _whole = null;
        await OnReload.InvokeAsync();
    }

    private async Task SubmitAsync()
    {
        await (Settled?.Invoke() ?? Task.CompletedTask);
        Show(Validator?.Refuse(Input));
        if (_edit.GetValidationMessages().Any() || _whole is not null)
        {
            return;
        }

        Show(await _run.RunAsync(Submit));
    }

    /// <summary>What concerns a field of the form stands beside it; the rest, and what no field shows, above the button.</summary>
    private void Show(Refusal? refusal)
    {
        _messages.Clear();
        _whole = null;
        if (refusal is not null)
        {
            IReadOnlyList<Refusal> parts = refusal.Details.Count > 0 ? refusal.Details : [refusal];
            foreach (var part in parts)
            {
                if (part.Field is { } field && typeof(TInput).GetProperty(field) is not null)
                {
                    _messages.Add(_edit.Field(field), part.Sentence);
                }
                else
                {
                    _whole ??= part;
                }
            }
        }

        _refused = refusal is not null;
        _edit.NotifyValidationStateChanged();
    }
}
