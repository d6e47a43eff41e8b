using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Search;

/// <summary>A subject that was found.</summary>
/// <param name="Name">What it is and how it is called.</param>
/// <param name="EnglishTitle">Its English name; empty where it has none.</param>
/// <param name="Beside">What stands beside its title, such as a demand's enterprise; empty for nothing.</param>
/// <param name="Standing">What it is or where it stands, by its name in the domain's texts.</param>
public sealed record FoundRow(SubjectName Name, string EnglishTitle, string Beside, Enum Standing);

/// <summary>A room in which is searched.</summary>
public interface IFinds : IRoom
{
    /// <summary>The first few that say the text, among those the reader sees; the most likely first.</summary>
    Task<IReadOnlyList<FoundRow>> FindAsync(Operation op, string text, int most, CancellationToken cancellation);
}

/// <summary>Searches everything at once, within what the reader sees.</summary>
public sealed class FindService(OperationRunner operations)
{
    /// <summary>So many characters are enough.</summary>
    public const int Shortest = 2;

    private const int Most = 6;

    /// <summary>
    /// The first few of each kind of subject, room by room; nothing for less than <see cref="Shortest"/> characters. Refuses a text too long or unreadable.
    /// </summary>
    public Task<Outcome<IReadOnlyList<FoundRow>>> FindAsync(Caller caller, string text, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sought = text.Trim();
        return operations.ReadAsync<IReadOnlyList<FoundRow>>(caller, async op =>
        {
            if (SearchText.Refuse(sought) is { } refusal)
            {
                return refusal;
            }

            var found = new List<FoundRow>();
            if (TextRules.Length(sought) >= Shortest)
            {
                foreach (var room in op.House.Of<IFinds>().Reverse()) // the top floors are what people look for most
                {
                    found.AddRange(await room.FindAsync(op, sought, Most, cancellation));
                }
            }

            return found;
        }, cancellation);
    }
}
