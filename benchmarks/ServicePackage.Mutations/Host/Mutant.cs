using System.Collections.Generic;

namespace ServicePackage.Core;

/// <summary>Put into the copy: the switch between the changes, of which at most one is in force.</summary>
public static class Mutant
{
    private static readonly object Gate = new();

    [ThreadStatic]
    private static List<HashSet<int>>? making;

    private static int active;
    private static int epoch = 1;

    /// <summary>Hears of every change that is reached, while set.</summary>
    public static Action<int>? Seen { get; set; }

    /// <summary>Whether the test that runs has not heard yet what something was made of: a table is asked for many times.</summary>
    public static Func<object, bool>? Anew { get; set; }

    /// <summary>Puts one change in force; 0 for none. What is made once a process is made anew.</summary>
    public static void Activate(int id) => (active, epoch) = (id, epoch + 1);

    /// <summary>Whether this change is in force.</summary>
    public static bool Is(int id)
    {
        if (Seen is not null || making is { Count: > 0 }) // what is made before the recording is kept with what it was made of
        {
            Hear(id);
        }

        return id == active;
    }

    private static void Hear(int id)
    {
        foreach (var ids in making ?? [])
        {
            ids.Add(id);
        }

        Seen?.Invoke(id);
    }

    /// <summary>One more, one less, or neither.</summary>
    public static int Shift(int more, int less) => Is(more) ? 1 : Is(less) ? -1 : 0;

    /// <summary>An element that is there unless the change is in force.</summary>
    public static T[] Keep<T>(int id, T item) => Is(id) ? [] : [item];

    /// <summary>The value of a static field, made once for each change, with the changes that had a part in it.</summary>
    public static T Once<T>(ref Made<T>? made, Func<T> make)
    {
        var present = made;
        if (present is null || present.Epoch != epoch)
        {
            lock (Gate)
            {
                present = made;
                if (present is null || present.Epoch != epoch)
                {
                    var ids = new HashSet<int>();
                    making ??= [];
                    making.Add(ids);
                    try
                    {
                        present = new Made<T>(epoch, make(), ids);
                        made = present;
                    }
                    finally
                    {
                        making.Remove(ids);
                    }
                }
            }
        }

        if (making is { Count: > 0 } || (Seen is not null && Anew?.Invoke(present) != false))
        {
            foreach (var id in present.Ids)
            {
                Hear(id);
            }
        }

        return present.Value;
    }
}

/// <summary>What a static field holds under one change.</summary>
public sealed record Made<T>(int Epoch, T Value, HashSet<int> Ids);
