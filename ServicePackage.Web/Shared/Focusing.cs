using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ServicePackage.Web.Shared;

/// <summary>Gives the focus to an element that may be gone by the time the browser hears of it.</summary>
public static class Focusing
{
    /// <summary>Gives it the focus; where it is gone, the focus stays where it is.</summary>
    public static async Task TakeFocusAsync(this ElementReference element, bool preventScroll = false)
    {
        try
        {
            await element.FocusAsync(preventScroll);
        }
        catch (JSException)
        {
            // Closed or drawn anew meanwhile: no reason to fail a page.
        }
    }
}
