using System.Globalization;
using System.Text;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Events;

/// <summary>Writes an event as a calendar file (RFC 5545), for the calendar of whoever has a seat at it.</summary>
public static class EventCalendar
{
    /// <summary>The most octets of a line; what is longer goes on behind a space.</summary>
    private const int LongestLine = 75;

    /// <summary>The file; its times are UTC, so that each calendar shows its own.</summary>
    /// <param name="shown">The event.</param>
    /// <param name="address">Where it is read: a web address.</param>
    /// <param name="now">When the file is written (UTC).</param>
    public static byte[] Write(EventDetails shown, Uri address, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(address);
        var (row, facts) = (shown.Row, shown.Row.Facts);
        string[] lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ServicePackage//Events//ZH", "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            $"UID:event-{row.Id}@{address.Host}",
            $"SEQUENCE:{shown.Version}",
            $"DTSTAMP:{Utc(now)}",
            $"DTSTART:{Utc(facts.StartsAt)}",
            $"DTEND:{Utc(facts.EndsAt)}",
            $"STATUS:{(row.State == EventState.CalledOff ? "CANCELLED" : "CONFIRMED")}",
            $"SUMMARY:{Escaped(facts.Title)}",
            $"LOCATION:{Escaped(facts.Place)}",
            $"DESCRIPTION:{Escaped($"{facts.Text}\n\n{Wording.Sentence("Event.CalendarText", facts.Organiser.Shown, facts.Contact, facts.Phone)}")}",
            $"URL:{address.AbsoluteUri}",
            "END:VEVENT", "END:VCALENDAR",
        ];
        return Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => Folded(l) + "\r\n")));
    }

    private static string Utc(DateTime at) => at.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text.ReplaceLineEndings("\n")
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>The line cut into pieces that are short enough, between characters: the space that begins a further piece counts with it.</summary>
    private static string Folded(string line)
    {
        var (folded, octets) = (new StringBuilder(line.Length), 0);
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
