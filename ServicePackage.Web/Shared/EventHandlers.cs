using Microsoft.AspNetCore.Components;

namespace ServicePackage.Web.Shared;

/// <summary>The events of the page's own script; the compiler knows this class by its name.</summary>
[EventHandler("ontyped", typeof(TypedEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;

/// <summary>Typing paused in a field that acts while it is typed into.</summary>
public sealed class TypedEventArgs : EventArgs
{
    /// <summary>What stands there.</summary>
    public string Text { get; set; } = "";
}
