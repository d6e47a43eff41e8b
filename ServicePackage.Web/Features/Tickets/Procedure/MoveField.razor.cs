using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Web.Features.Tickets;

/// <summary>One field of a move's form.</summary>
public sealed partial class MoveField
{
    private List<Guid> _scan = [];

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

    private string Label => MoveFields.NameOf(Move, Need.Field).Label;

    private string? Invalid(string property) => Edit.GetValidationMessages(Edit.Field(property)).Any() ? "true" : null;

    private Task Changed() => OnChanged.InvokeAsync();

    private Task SetText(MoveTextField text, ChangeEventArgs e)
    {
        text.Set(Given, e.Value as string ?? "");
        Edit.NotifyFieldChanged(Edit.Field(text.Name));
        return OnChanged.InvokeAsync();
    }

    private Task Support(long unitId, bool supports)
    {
        Given.SupportingUnitIds.Remove(unitId);
        if (supports)
        {
            Given.SupportingUnitIds.Add(unitId);
        }

        return OnChanged.InvokeAsync();
    }

    private void SetScan(List<Guid> ids)
    {
        _scan = ids;
        Given.ScanId = ids.Count > 0 ? ids[0] : null;
    }
}
