namespace ServicePackage.Core.Conditions;

/// <summary>Sums of whole numbers for a page of enterprises at once, written across words: one word a binary place.</summary>
internal readonly ref struct ColumnSums(Span<ulong> places)
{
    /// <summary>How many binary places there are: more than any sum that is laid out.</summary>
    public const int Places = 32;

    private readonly Span<ulong> _places = places;

    /// <summary>Adds a number for the enterprises of a mask.</summary>
    public void Add(int number, ulong to)
    {
        var carried = 0UL;
        for (var i = 0; (number >> i != 0 || carried != 0) && i < Places; i++)
        {
            var (sum, added) = (_places[i], (number >> i & 1) != 0 ? to : 0);
            _places[i] = sum ^ added ^ carried;
            carried = (sum & added) | (carried & (sum | added));
        }
    }

    /// <summary>Whose sum comes to a number.</summary>
    public ulong Reached(int least)
    {
        var (more, same) = (0UL, ulong.MaxValue);
        for (var i = Places - 1; i >= 0 && least > 0; i--)
        {
            if ((least >> i & 1) != 0)
            {
                same &= _places[i];
            }
            else
            {
                more |= same & _places[i];
                same &= ~_places[i];
            }
        }

        return more | same;
    }
}
