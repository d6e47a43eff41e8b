using System.Linq.Expressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Web.Features.Tickets;

/// <summary>One field of a move's form.</summary>
public sealed partial class MoveField
{
    private List<Guid> _scan = [];
    private bool _wasRefused;
    private bool _open;

    [CascadingParameter]
    public required Me Me { get; set; }

    [CascadingParameter]
    public required EditContext Edit { get; set; }

    [Parameter, EditorRequired]
    public required Need Need { get; set; }

    [Parameter, EditorRequired]
    public Move Move { get; set; }

    [Parameter, EditorRequired]
    public required MoveInput Given { get; set; }

    [Parameter, EditorRequired]
    public required MoveChoices Choices { get; set; }

    /// <summary>What else is needed may have changed.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    /// <summary>The one demand it is about; null where the move is made on several.</summary>
    [Parameter]
    public TicketView? Ticket { get; set; }

    /// <summary>Whether the level of satisfaction was chosen on the way to the form.</summary>
    [Parameter]
    public bool LevelChosen { get; set; }

    [Parameter]
    public bool Uploading { get; set; }

    [Parameter]
    public EventCallback<bool> UploadingChanged { get; set; }

    private string Id => $"move-{Need.Field}";

    private string ErrorId => $"{Id}-error";

    private string Label => MoveFields.NameOf(Move, Need.Field).Label is var label && Need.Field == Field.Text && TicketProcedure.IsTextWithin(Move) ? T["Form.Within", label] : label;

    private FieldRule Rule => MoveFields.Of(Need.Field);

    /// <summary>Whether a box to tick is there for this reader; what is done again is asked only of whoever does it a second time.</summary>
    private bool IsAsked => !(Rule.TownOnly && Me.IsEnterprise) && (Need.Field != Field.Again || (_wasRefused |= Edit.GetValidationMessages(Edit.Field(Rule.Property)).Any()));

    /// <summary>Which units the topic went to before; several demands have no one topic.</summary>
    private IReadOnlyList<UnitBefore> Before => Ticket is null ? [] : Choices.Before;

    private List<long> Many => Value<List<long>>();

    private TValue Value<TValue>() => (TValue)Rule.Get(Given)!;

    /// <summary>The property itself, by which the form knows what was changed.</summary>
    private Expression<Func<TValue>> Of<TValue>() => Expression.Lambda<Func<TValue>>(Expression.Property(Expression.Constant(Given), Rule.Property));

    /// <summary>What is rarely given stands closed; once something of it was chosen it stays open, so that nothing closes under the reader's hands.</summary>
    protected override void OnParametersSet() => _open |= Rule.Control == FieldControl.Units && (Need.Required || Many.Count > 0);

    private Task SetAsync(object? value)
    {
        Rule.Set(Given, value);
        return OnChanged.InvokeAsync();
    }

    private Task TickAsync(long id, bool ticked) => SetAsync(ticked ? Many.Append(id).ToList() : Many.Where(i => i != id).ToList());

    private void SetScan(List<Guid> ids)
    {
        _scan = ids;
        Rule.Set(Given, ids.Count > 0 ? ids[0] : (Guid?)null);
    }
}
