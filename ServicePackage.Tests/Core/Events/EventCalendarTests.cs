using System.Text;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Events;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Words;

namespace ServicePackage.Tests.Core.Events;

/// <summary>An event as a calendar file (RFC 5545): what is folded and escaped reads again as it was.</summary>
public sealed class EventCalendarTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void File_FoldsBetweenCharacters_AndReadsAgainAsItWas()
    {
        var text = string.Concat(Enumerable.Repeat("介绍采购需求𠮷，", 30)) + "\r\n第二行; a,b \\ c";
        var file = Write(e => e with { Title = "对接会; 第一场, A\\B", Text = text });

        var raw = Encoding.UTF8.GetString(file);
        Assert.DoesNotContain("\uFFFD", raw, StringComparison.Ordinal);
        Assert.All(raw.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\n', raw.Replace("\r\n", "", StringComparison.Ordinal));
        var lines = raw.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Contains("SUMMARY:对接会\\; 第一场\\, A\\\\B", lines);
        Assert.Contains(lines, l => l.StartsWith("DESCRIPTION:" + string.Concat(Enumerable.Repeat("介绍采购需求𠮷，", 30)) + "\\n第二行\\; a\\,b \\\\ c\\n\\n", StringComparison.Ordinal));
    }

    [Fact]
    public void File_SaysWhenAndWhere_InUtc()
    {
        var lines = Encoding.UTF8.GetString(Write(e => e)).Split("\r\n");

        Assert.Equal(["BEGIN:VCALENDAR", "VERSION:2.0"], lines.Take(2));
        Assert.Contains("UID:event-7@malu.example", lines);
        Assert.Contains("DTSTART:20260316T060000Z", lines);
        Assert.Contains("DTEND:20260316T080000Z", lines);
        Assert.Contains("DTSTAMP:20260302T010000Z", lines);
        Assert.Contains("LOCATION:多功能厅", lines);
        Assert.Contains("URL:https://malu.example/events/7", lines);
        Assert.Equal(["END:VEVENT", "END:VCALENDAR", ""], lines.TakeLast(3));
    }

    private static byte[] Write(Func<EventFacts, EventFacts> fill) => Wording.InChinese(() => EventCalendar.Write(
        new EventDetails
        {
            Version = 3,
            Row = new EventRow
            {
                Id = 7,
                State = EventState.Published,
                Facts = fill(new EventFacts
                {
                    Title = "供需对接会",
                    Organiser = new ServiceProvider(1, "商会服务站", "", ProviderNature.NonProfit),
                    StartsAt = new(2026, 3, 16, 6, 0, 0, DateTimeKind.Utc),
                    EndsAt = new(2026, 3, 16, 8, 0, 0, DateTimeKind.Utc),
                    Place = "多功能厅",
                    Contact = "陆文静",
                    Phone = "021-60000041",
                }),
            },
        },
        new Uri("https://malu.example/events/7"), Now));
}
