using Microsoft.Extensions.Localization;

namespace ServicePackage.Web.Features.Events;

/// <summary>What several parts of the events say.</summary>
internal static class EventWords
{
    /// <summary>A number of people: 2人, 1 person, 2 people.</summary>
    public static string People(IStringLocalizer<EventPageTexts> texts, int people) => texts[people == 1 ? "SignUp.One" : "SignUp.Count", people];
}
