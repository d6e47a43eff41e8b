using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ServicePackage.Web.Shared;

/// <summary>
/// The script beside a component. It takes time to come, and by then the component may be gone: nothing is asked of it any more. Its functions
/// must bear an element that is no longer there (<c>null</c>), for what is asked and what is drawn reach the browser one after the other.
/// </summary>
public sealed class ComponentScript(IJSRuntime browser, string address) : IAsyncDisposable
{
    private IJSObjectReference? _module;
    private bool _gone;

    /// <summary>Fetches it; false where the component went meanwhile.</summary>
    public async Task<bool> LoadAsync()
    {
        var module = await browser.InvokeAsync<IJSObjectReference>("import", "./" + address);
        if (_gone)
        {
            await LetGoAsync(module);
            return false;
        }

        _module = module;
        return true;
    }

    /// <summary>Calls one of its functions; nothing happens before it has come.</summary>
    public ValueTask CallAsync(string function, params object?[] arguments) => _module?.InvokeVoidAsync(function, arguments) ?? ValueTask.CompletedTask;

    /// <summary>Asks one of its functions for text; null before it has come.</summary>
    public ValueTask<string?> AskAsync(string function, params object?[] arguments) => _module?.InvokeAsync<string?>(function, arguments) ?? ValueTask.FromResult<string?>(null);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => LeaveAsync(null);

    /// <summary>The component goes, and has one of its functions called as the last.</summary>
    public async ValueTask LeaveAsync(string? function, params object?[] arguments)
    {
        _gone = true;
        if (_module is { } module)
        {
            _module = null;
            await LetGoAsync(module, function, arguments);
        }
    }

    private static async Task LetGoAsync(IJSObjectReference module, string? function = null, params object?[] arguments)
    {
        try
        {
            if (function is not null)
            {
                await module.InvokeVoidAsync(function, arguments);
            }

            await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the script with it.
        }
    }
}
