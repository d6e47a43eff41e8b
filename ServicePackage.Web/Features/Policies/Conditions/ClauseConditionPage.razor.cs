using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using MudBlazor;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Web.Shared;

namespace ServicePackage.Web.Features.Policies.Conditions;

/// <summary>The page on which the condition of a clause is built: what was read, what is built, and what somebody else kept meanwhile.</summary>
public sealed partial class ClauseConditionPage
{
    private Outline _outline = new(null);
    private string _began = "";
    private ConditionBuilder? _builder;
    private ElementReference _root;
    private ComponentScript? _script;
    private FactGaps? _gaps;
    private Refusal? _refusal;
    private Refusal? _unsaved;
    private bool _restored;
    private bool _conflict;
    private bool _afresh;
    private bool _isTyping;
    private string? _leaving;
    private bool _leave;
    private bool _asks;

    [CascadingParameter]
    public required Me Me { get; set; }

    /// <summary>The policy.</summary>
    [Parameter]
    public long Id { get; set; }

    /// <summary>The clause, by its key through all versions.</summary>
    [Parameter]
    public long ClauseId { get; set; }

    /// <summary>What was read, kept from prerendering so that nothing jumps; read once.</summary>
    [PersistentState]
    public ClauseConditionView? Kept { get; set; }

    private ClauseConditionView? View { get; set; }

    /// <summary>Whether something is built that is not kept.</summary>
    private bool IsChanged => View is { MayChange: true } && _outline.Json != _began;

    private string Key => $"draft:{Me.Caller.AccountId}:condition:{ClauseId}";

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _script?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override async Task OnParametersSetAsync()
    {
        if (View is not null && View.PolicyId == Id && View.ClauseId == ClauseId)
        {
            return;
        }

        var kept = Kept is { } read && read.PolicyId == Id && read.ClauseId == ClauseId ? read : null;
        View = kept ?? await ReadAsync();
        if (View is not null)
        {
            Kept = View;
            Begin(View);
            await CountAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_script is null && View is { MayChange: true })
        {
            _script = new ComponentScript(Browser, Assets["Features/Policies/Conditions/ClauseConditionPage.razor.js"]);
            if (await _script.LoadAsync())
            {
                await _script.CallAsync("attach", _root);
                await RestoreAsync(await _script.AskAsync("read", Key));
            }
        }

        if (_asks)
        {
            _asks = false;
            await Browser.InvokeVoidAsync("servicePackage.focusOn", "#leaving-question");
        }
    }

    private async Task<ClauseConditionView?> ReadAsync()
    {
        var outcome = await Conditions.ReadAsync(Me.Caller, Id, ClauseId);
        _refusal = outcome.Done || outcome.Refusal == Refusal.NotFound ? null : outcome.Refusal;
        if (outcome.Refusal == Refusal.NotFound)
        {
            Navigation.NotFound();
        }

        return outcome.Done ? outcome.Value : null;
    }

    /// <summary>Shows what is kept, and nothing else.</summary>
    private void Begin(ClauseConditionView view)
    {
        (View, _outline, _began) = (view, new Outline(view.Condition), Outline.JsonOf(view.Condition));
        (_conflict, _afresh, _restored, _unsaved) = (false, false, false, null);
    }

    /// <summary>Puts back what was built before the page was left or loaded anew.</summary>
    private async Task RestoreAsync(string? text)
    {
        if (Read(text) is not { } draft || draft.Built == _began || (draft.Built.Length > 0 && ConditionJson.Read(draft.Built) is null))
        {
            return;
        }

        _conflict = draft.Began != _began;
        (_outline, _restored) = (new Outline(ConditionJson.Read(draft.Built)), true);
        await CountAsync();
        StateHasChanged();
    }

    private static BuiltDraft? Read(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<BuiltDraft>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task ChangedAsync()
    {
        _unsaved = null;
        _restored = false;
        if (_script is not null)
        {
            await (IsChanged ? _script.CallAsync("keep", Key, JsonSerializer.Serialize(new BuiltDraft(_began, _outline.Json))) : _script.CallAsync("forget", Key));
        }

        await CountAsync();
    }

    /// <summary>Counts who lacks the figures and lists that were not counted yet.</summary>
    private async Task CountAsync()
    {
        var asked = _outline.Condition is { } condition ? GapsAsked.Of(condition) : [];
        if (View is null || asked.All(a => _gaps?.Lacking.ContainsKey(a) == true))
        {
            return;
        }

        var outcome = await Conditions.GapsAsync(Me.Caller, Id, asked);
        _gaps = outcome.Done ? outcome.Value : null;
    }

    private Task StartAsync(Condition? condition) => _builder!.StartFromAsync(condition);

    private async Task<Refusal?> SaveAsync(Guid commandId)
    {
        (_unsaved, _afresh, _isTyping) = (null, false, _builder?.Form is not null);
        StateHasChanged(); // the button, not this page, was clicked
        if (_isTyping)
        {
            return null; // what is typed and not taken yet would be missing
        }

        if (_conflict)
        {
            return Refusal.Stale;
        }

        var outcome = await Conditions.SaveAsync(Me.Caller, commandId, new ClauseConditionInput { PolicyId = Id, ClauseId = ClauseId, Version = View!.Version, Condition = _outline.Condition });
        if (outcome.Refusal == Refusal.Stale)
        {
            await CompareAsync();
            _afresh = !_conflict;
            StateHasChanged();
            return null;
        }

        if (outcome.Done && await ReadAsync() is { } view)
        {
            await ForgetAsync();
            (View, Kept, _began, _restored) = (view, view, Outline.JsonOf(view.Condition), false);
            Snackbar.Add(T["Saved"], Severity.Success);
            StateHasChanged();
        }

        return outcome.Refusal;
    }

    /// <summary>Reads what is kept now: it is shown where nothing was built here, and beside it where it is another than what was begun from.</summary>
    private async Task CompareAsync()
    {
        if (await ReadAsync() is not { } view)
        {
            return;
        }

        if (!IsChanged && !_conflict)
        {
            var same = Outline.JsonOf(view.Condition) == _began;
            View = view;
            if (!same)
            {
                Begin(view);
                await CountAsync();
            }
        }
        else
        {
            View = view;
            _conflict = Outline.JsonOf(view.Condition) != _began && Outline.JsonOf(view.Condition) != _outline.Json;
            _began = _conflict ? _began : Outline.JsonOf(view.Condition);
        }
    }

    private async Task TakeTheirsAsync()
    {
        await ForgetAsync();
        Begin(View!);
        await CountAsync();
    }

    private Task TakeMineAsync()
    {
        (_began, _conflict) = (Outline.JsonOf(View!.Condition), false);
        return ChangedAsync();
    }

    private Task DiscardAsync() => TakeTheirsAsync();

    private async Task ForgetAsync()
    {
        if (_script is not null)
        {
            await _script.CallAsync("forget", Key);
        }
    }

    private void AskBack(LocationChangingContext context)
    {
        if (IsChanged && !_leave)
        {
            context.PreventNavigation();
            (_leaving, _asks) = (context.TargetLocation, true);
            StateHasChanged();
        }
    }

    private void Stay() => _leaving = null;

    /// <summary>What was built stays in the browser.</summary>
    private void Leave()
    {
        _leave = true;
        Navigation.NavigateTo(_leaving!);
    }

    /// <summary>What is built, and the condition it was begun from.</summary>
    private sealed record BuiltDraft(string Began, string Built);
}
