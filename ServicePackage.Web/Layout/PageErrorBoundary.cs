using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using ServicePackage.Web.Hosting;

namespace ServicePackage.Web.Layout;

/// <summary>Keeps a page's failure from ending the circuit: the reader gets a number, the log the exception under it.</summary>
public sealed class PageErrorBoundary : ErrorBoundary
{
    /// <summary>What to tell whoever asks; empty while nothing has failed.</summary>
    public string Reference { get; private set; } = "";

    [Inject]
    private ILogger<PageErrorBoundary> Logger { get; set; } = null!;

    /// <inheritdoc/>
    protected override Task OnErrorAsync(Exception exception)
    {
        Reference = FailureReference.New().Number;
        Logger.LogError(exception, "A page failed, reference {Reference}.", Reference);
        return Task.CompletedTask;
    }
}
