using Microsoft.Extensions.Localization;
using ServicePackage.Core.Words;

namespace ServicePackage.Web.Features.Butlers.Leaders;

/// <summary>Says from when until when a leader keeps contact.</summary>
internal static class LeaderWords
{
    /// <summary>Since a day, from a day to come on, or from one to another.</summary>
    public static string Span(IStringLocalizer<LeaderTexts> texts, DateOnly from, DateOnly? until, DateOnly today) =>
        until is { } last ? texts["Span.Both", Wording.Date(from), Wording.Date(last)]
        : from > today ? texts["Span.ToCome", Wording.Date(from)]
        : texts["Span.Since", Wording.Date(from)];
}
