using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Operations;
using ServicePackage.Web.Shared;

namespace ServicePackage.Web.Features.Attachments;

/// <summary>Uploads files one after the other while the rest of the form is filled in, and keeps the ids of those that are stored.</summary>
public sealed partial class AttachmentPicker
{
    private readonly string _id = $"files-{Guid.NewGuid():N}";
    private readonly List<PickedFile> _files = [];
    private ElementReference _root;
    private ComponentScript? _script;
    private DotNetObjectReference<AttachmentPicker>? _self;
    private bool _uploading;

    /// <summary>The stored files, in the order chosen.</summary>
    [Parameter]
    public List<Guid> Ids { get; set; } = [];

    [Parameter]
    public EventCallback<List<Guid>> IdsChanged { get; set; }

    /// <summary>Whether a file is still on its way; told, never listened to.</summary>
    [Parameter]
    public bool Uploading { get; set; }

    [Parameter]
    public EventCallback<bool> UploadingChanged { get; set; }

    /// <summary>How many files the demand has already.</summary>
    [Parameter]
    public int Present { get; set; }

    /// <summary>What may be chosen, where that is not what may be attached in general.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>How many may be chosen.</summary>
    [Parameter]
    public int Most { get; set; } = AttachmentRules.MostPerSubject;

    /// <summary>What the file dialog offers; the server decides by the content.</summary>
    [Parameter]
    public string Accept { get; set; } = ".pdf,.jpg,.jpeg,.jfif,.png,.docx,.xlsx";

    /// <summary>The words on the button, where "choose files" says too little.</summary>
    [Parameter]
    public string? Label { get; set; }

    [CascadingParameter]
    public required Me Me { get; set; }

    [Inject]
    private AttachmentService Attachments { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnParametersSet() => _files.RemoveAll(f => f.Id is { } id && !Ids.Contains(id));

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _script = new ComponentScript(Browser, Assets["Features/Attachments/AttachmentPicker.razor.js"]);
            if (await _script.LoadAsync())
            {
                await _script.CallAsync("attach", _root, _self, new { Upload = Addresses.Attachments, Token = Addresses.AttachmentToken });
            }
        }
    }

    /// <summary>Files were chosen or dropped. Gives the keys of those to upload.</summary>
    [JSInvokable]
    public async Task<List<int>> ChooseAsync(IReadOnlyList<ChosenFile> chosen)
    {
        var wanted = new List<int>();
        if (Most == 1 && chosen.Count > 0)
        {
            _files.Clear(); // where one is asked for, another takes its place
        }

        foreach (var file in chosen)
        {
            var picked = new PickedFile(file.Key, file.Name, file.Length) { Sentence = RefusalOf(file)?.Sentence };
            _files.Add(picked);
            if (picked.IsUploading)
            {
                wanted.Add(file.Key);
            }
        }

        await TellAsync();
        return wanted;
    }

    /// <summary>A part of the file has arrived.</summary>
    [JSInvokable]
    public void Advance(int key, int percent)
    {
        if (Find(key) is { } file)
        {
            file.Percent = percent;
            StateHasChanged();
        }
    }

    /// <summary>The file is stored.</summary>
    [JSInvokable]
    public async Task StoreAsync(int key, Guid id)
    {
        if (Find(key) is { } file)
        {
            file.Id = id;
            await TellAsync();
        }
    }

    /// <summary>The file was refused, with a sentence of the server, or did not arrive.</summary>
    [JSInvokable]
    public async Task FailAsync(int key, string? sentence)
    {
        if (Find(key) is { } file)
        {
            file.Sentence = sentence ?? T["Attachments.Failed"];
            await TellAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        if (_script is not null)
        {
            await _script.LeaveAsync("detach", _root);
        }
    }

    private PickedFile? Find(int key) => _files.Find(f => f.Key == key);

    private Refusal? RefusalOf(ChosenFile file) =>
        file.Length == 0 ? new Refusal("Attachment.Empty", file.Name)
        : file.Length > AttachmentRules.LargestFile ? AttachmentService.TooLarge(file.Name)
        : _files.Count(f => f.Sentence is null) is var kept && kept + 1 > Most ? new Refusal("Attachment.TooMany", Most, kept + 1)
        : Present + kept + 1 > AttachmentRules.MostPerSubject ? new Refusal("Attachment.TooMany", AttachmentRules.MostPerSubject, Present + kept + 1)
        : null;

    private async Task RemoveAsync(PickedFile file)
    {
        _files.Remove(file);
        if (file.Id is { } id)
        {
            await Attachments.DiscardAsync(Me.Caller, Guid.NewGuid(), id);
        }
        else if (_script is not null)
        {
            await _script.CallAsync("stop", _root, file.Key);
        }

        await TellAsync();
    }

    private async Task TellAsync()
    {
        StateHasChanged();
        await IdsChanged.InvokeAsync([.. _files.Where(f => f.Id is not null).Select(f => f.Id!.Value)]);
        if (_files.Exists(f => f.IsUploading) is var uploading && uploading != _uploading)
        {
            _uploading = uploading;
            await UploadingChanged.InvokeAsync(uploading);
        }
    }

    /// <summary>A file as the browser names it.</summary>
    public sealed record ChosenFile(int Key, string Name, long Length);

    private sealed class PickedFile(int key, string name, long length)
    {
        public int Key => key;

        public string Name => name;

        public long Length => length;

        public int Percent { get; set; }

        public Guid? Id { get; set; }

        public string? Sentence { get; set; }

        public bool IsUploading => Id is null && Sentence is null;
    }
}
