using ServicePackage.Core.Words;

namespace ServicePackage.Core.WorkingTime;

/// <summary>Days as an argument of a sentence, written out in the reader's language when the sentence is; the first five, then how many.</summary>
public sealed record DayList(IReadOnlyList<DateOnly> Days)
{
    private const int Named = 5;

    /// <inheritdoc/>
    public override string ToString()
    {
        var named = string.Join(Wording.Text("Format.ListSeparator"), Days.Take(Named).Select(Wording.Date));
        return Days.Count <= Named
            ? named
            : Wording.Sentence("Format.AndMoreDays", named, Days.Count);
    }
}
