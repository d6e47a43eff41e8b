using Microsoft.Extensions.Localization;
using ServicePackage.Core.Boards;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
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
            CardNeed.Call or CardNeed.AwaitConfirmation or CardNeed.AwaitRating when card.Owed is { } owed => $"{texts[$"Need.{card.Need}"]} · {owed.Number}",
            CardNeed.HoldPlanned when card.Plan is { } plan => texts[plan.Day < days.Today ? "Need.PlanMissed" : "Need.HoldPlanned", days.Day(plan.Day), Wording.Name(plan.Way)],
            CardNeed.Contact when card.ContactBy < days.Today => texts["Need.ContactLate", days.Day(card.ContactBy)],
            CardNeed.Contact or CardNeed.Nothing => texts[$"Need.{card.Need}", days.Day(card.ContactBy)],
            CardNeed.Follow => card.ClockNumber.Length > 0 ? $"{texts["Need.Follow"]} · {card.ClockNumber}" : texts["Need.Follow"],
            _ => texts[$"Need.{card.Need}"],
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
        return card.Clock is not { } clock || card.Need is CardNeed.Handle or CardNeed.Follow || (card.Owed is { } owed && owed.Number == card.ClockNumber)
            ? ""
            : texts["Clock.Of", clock.Name, card.ClockNumber];
    }

    /// <summary>Its titles in one line.</summary>
    public string Titles(BoardCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return string.Join(clocks["List.Separator"],
            Enum.GetValues<EnterpriseCategories>().Where(c => c != EnterpriseCategories.None && card.Categories.HasFlag(c)).Select(c => Wording.Name(c)));
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
