using Microsoft.Extensions.Localization;
using ServicePackage.Core.Boards;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Packages;
using ServicePackage.Core.Words;
using ServicePackage.Web.Shared;

namespace ServicePackage.Web.Features.Boards;

/// <summary>What an enterprise's card says, in words: the same on the board, in its list and in its calendar.</summary>
public sealed class CardWords(IStringLocalizer<BoardTexts> texts, IStringLocalizer<ClockTexts> clocks, DayWords days)
{
    /// <summary>What it needs next.</summary>
    public string Need(BoardCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card.Need switch
        {
            CardNeed.Handle when card.Clock is { } clock => $"{clock.Name} · {card.ClockNumber}",
            CardNeed.Call or CardNeed.AwaitConfirmation or CardNeed.AwaitRating => $"{texts[$"Need.{card.Need}"]} · {card.ClockNumber}",
            CardNeed.HoldPlanned when card.Plan is { } plan => texts[plan.Day < days.Today ? "Need.PlanMissed" : "Need.HoldPlanned", days.Day(plan.Day), Wording.Name(plan.Way)],
            CardNeed.Contact when card.ContactBy < days.Today => texts["Need.ContactLate", days.Day(card.ContactBy)],
            CardNeed.Contact or CardNeed.Nothing => texts[$"Need.{card.Need}", days.Day(card.ContactBy)],
            CardNeed.Follow => card.ClockNumber.Length > 0 ? $"{texts["Need.Follow"]} · {card.ClockNumber}" : texts["Need.Follow"],
            _ => texts[$"Need.{card.Need}"],
        };
    }

    /// <summary>What its lamp is about: the clock that lights it, a contact that was missed, or that nothing runs.</summary>
    public string Reason(BoardCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card.LampClock?.Name ?? texts[card.IsContactMissed ? "Reason.ContactMissed" : "Reason.Nothing"];
    }

    /// <summary>The same with the demand, in full.</summary>
    public string ReasonInFull(BoardCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card.LampClock is { } clock ? texts["Clock.Of", clock.Name, card.ClockNumber] : Reason(card);
    }

    /// <summary>The next step in a few words, where its lamp stands above and <see cref="When"/> under it; <see cref="Need"/> says it in full.</summary>
    public string Step(BoardCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card switch
        {
            { Need: CardNeed.HoldPlanned or CardNeed.Nothing, Plan: { } plan } => texts["Step.Planned", Wording.Name(plan.Way)],
            { Need: CardNeed.Handle } => texts["Step.Handle", card.ClockNumber],
            { Need: CardNeed.Contact } => texts["Step.Contact"],
            { Need: CardNeed.Nothing } => texts["Step.Regular"],
            _ => texts[$"Need.{card.Need}"],
        };
    }

    /// <summary>What is to be done with its package: issued, handed over; empty where nothing is.</summary>
    public string Package(BoardCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card.Package switch
        {
            null => "",
            { IsLate: true } => texts["Package.Late"],
            { State: null } => texts["Package.None"],
            { IsChanged: true } => texts["Package.Changed"],
            { State: { } state } => texts[$"Package.{state}"],
        };
    }

    /// <summary>How long ago the last contact was.</summary>
    public string Since(BoardCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card.DaysSinceContact switch { null => texts["Card.Never"], 0 => texts["Card.Today"], var ago => texts["Card.Days", ago] };
    }

    /// <summary>When that step is due where no clock says it: the day of the planned contact, or the last one for a contact by the cadence.</summary>
    public string When(BoardCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card switch
        {
            { Plan: { } plan } => texts[plan.Day < days.Today ? "When.PlanMissed" : "When.Planned", days.Day(plan.Day)],
            { Facts.OnRoster: false } => texts["When.OffRoster"],
            _ => texts[card.ContactBy < days.Today ? "When.ByLate" : "When.By", days.Day(card.ContactBy)],
        };
    }

    /// <summary>Whether the contact it needs is past its day.</summary>
    public static bool IsLate(BoardCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card is { IsContactMissed: true, Need: CardNeed.Contact or CardNeed.HoldPlanned };
    }

    /// <summary>Which clock its due date is of, where what it needs next speaks of something else; empty where that says it.</summary>
    public string ClockOf(BoardCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card is { Clock: { } clock, Need: CardNeed.Contact or CardNeed.HoldPlanned or CardNeed.Nothing } ? texts["Clock.Of", clock.Name, card.ClockNumber] : "";
    }

    /// <summary>Who covers for its butler until when, or for whom the reader does; empty where nobody does.</summary>
    public string Cover(BoardCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card.Cover is { } cover ? texts[cover.ByReader ? "Card.CoversFor" : "Card.CoveredBy", cover.Name, days.Day(cover.Until)] : "";
    }

    /// <summary>What waits on the reader beside what it needs next; empty where that is it.</summary>
    public string Own(BoardCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card.OwnNumber.Length > 0 ? texts["Card.Own", card.OwnNumber] : "";
    }

    /// <summary>Its titles in one line.</summary>
    public string Titles(BoardCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return string.Join(clocks["List.Separator"], card.Titles.Select(t => ListCatalogue.Titles.Kind(t)?.Name ?? t));
    }

    /// <summary>The next contact: planned, or due by the cadence; nothing for an enterprise off the roster.</summary>
    public string Next(BoardCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card.Plan is { } plan ? texts["List.Planned", days.Day(plan.Day), Wording.Name(plan.Way)]
            : card.Facts.OnRoster ? texts["List.By", days.Day(card.ContactBy)]
            : "";
    }

    /// <summary>What stands on a day of the calendar, beside the enterprise's name.</summary>
    public string Item(BoardItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item switch
        {
            { Due: { } due } => texts[item.Late ? "Item.DueLate" : "Item.Due", Wording.Name(due.Kind), due.Number],
            { Kind: BoardItemKind.Contact } => texts[item.Late ? "Item.ContactLate" : "Item.Contact"],
            { Kind: BoardItemKind.Held, Way: { } held } => texts["Item.Held", Wording.Name(held)],
            { Way: { } way } => texts[item.Late ? "Item.PlanLate" : "Item.Plan", Wording.Name(way)],
            _ => "",
        };
    }
}
