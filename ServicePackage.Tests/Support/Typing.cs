using AngleSharp.Dom;
using Bunit;
using ServicePackage.Web.Shared;

namespace ServicePackage.Tests.Support;

/// <summary>Typing into a field that acts meanwhile, in a page drawn without a browser.</summary>
public static class Typing
{
    /// <summary>Typing paused with this text in the field.</summary>
    public static Task TypeAsync(this IElement field, string text) => field.TriggerEventAsync("ontyped", new TypedEventArgs { Text = text });
}
