using System.Collections.Concurrent;

namespace ServicePackage.Core.Words;

/// <summary>
/// What is made of a text and asked for by the hundred, such as what rows keep as JSON: made once, for as long as the program remembers it. It must never change, for all
/// who ask share it.
/// </summary>
/// <param name="read">Reads a text; null for one that cannot be read, which is remembered as well.</param>
internal sealed class ReadOnce<T>(Func<string, T?> read)
    where T : class
{
    /// <summary>So many texts are remembered; one more, and it begins anew.</summary>
    private const int Most = 5_000;

    private readonly ConcurrentDictionary<string, T?> _read = new(StringComparer.Ordinal);

    /// <summary>What a text says.</summary>
    public T? Of(string text)
    {
        if (_read.TryGetValue(text, out var known))
        {
            return known;
        }

        if (_read.Count >= Most)
        {
            _read.Clear();
        }

        return _read[text] = read(text);
    }
}
