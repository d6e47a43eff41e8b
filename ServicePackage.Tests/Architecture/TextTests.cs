using System.Text.RegularExpressions;
using System.Xml.Linq;
using FluentValidation;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Boards;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Packages;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Roster;
using ServicePackage.Core.Setup;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Boards;

namespace ServicePackage.Tests.Architecture;

/// <summary>Every text stands in both languages, once, in the right script; every code has its sentence.</summary>
public sealed partial class TextTests
{
    /// <summary>Chinese texts that are rightly in Latin letters: a language is named in itself. Formats are, too.</summary>
    private static readonly HashSet<string> WithoutChinese = ["Frame.OtherLanguage"];

    /// <summary>English texts that rightly contain Chinese characters.</summary>
    private static readonly HashSet<string> WithChinese = ["Frame.OtherLanguage"];

    /// <summary>
    /// Keys made at run time over the members of an enum: what stands before and after the member, and the members that rightly have
    /// no text. A notice's key stands in the resource after "Notice.".
    /// </summary>
    private static readonly (string Before, string After, Type Enum, string[] Without)[] OverEnums =
    [
        ("Answer.", "", typeof(ClauseWish), []),
        ("Asked.", "", typeof(ClockKind), []),
        ("Condition.", "", typeof(Must), []),
        ("Condition.Age", "", typeof(Must), []),
        ("Condition.Age", "Days", typeof(Must), []),
        ("Course.", "", typeof(Course), []),
        ("Decided.", ".No", typeof(Move), NeverAgreed),
        ("Decided.", ".Yes", typeof(Move), NeverAgreed),
        ("Field.", "", typeof(Field), []),
        ("Finding.Age", "", typeof(Must), []),
        ("Finding.Age", "Days", typeof(Must), []),
        ("Finding.Judged", "", typeof(Truth), []),
        ("Finding.KeptBack", "", typeof(Truth), []),
        ("Import.Tier.", "", typeof(EnterpriseTier), []),
        ("Mail.Subject.", "", typeof(MailGroup), []),
        ("Mail.Subject.", "Alone", typeof(MailGroup), []),
        ("Measure.", "", typeof(Together), []),
        ("Need.", "", typeof(CardNeed), [nameof(CardNeed.Handle)]), // says which clock instead
        ("Page.Candidate", "", typeof(EnterpriseTier), []),
        ("PaperGroupMeans.", "", typeof(PackageGroup), []),
        ("Done.", "", typeof(PickStep), []),
        ("Pick.", "", typeof(PickStep), [.. Enum.GetNames<PickStep>()]), // acts of the history, whose texts begin with "Act."
        ("PackageAnswer.", "", typeof(PackageAnswer), []),
        ("PackageTask.", "", typeof(PackageTaskKind), [nameof(PackageTaskKind.Answer)]), // says what answer instead
        ("Arranged.", "", typeof(PackagePlace), []),
        ("Missing.", "", typeof(PackageGroup), [nameof(PackageGroup.Met)]), // nothing is
        ("Package.", "", typeof(PackageState), [nameof(PackageState.Superseded)]), // the last version of an enterprise never is
        ("RatingLevel.", "", typeof(RatingLevel), []),
        ("Word.", "", typeof(PickStep), []),
        ("Choosing.State.", "", typeof(RosterYearState), []),
        ("Setup.", "", typeof(SetupTask), []),
        ("SignIn.Ended.", "", typeof(SessionEnd), []),
        ("Sort.", "", typeof(BoardSort), []),
        ("TicketTypeHelp.", "", typeof(TicketType), []),
        ("Tier.", "", typeof(EnterpriseTier), []),
        ("Title.", "", typeof(Eligibility), [nameof(Eligibility.Undecided), nameof(Eligibility.NotMet)]), // no title is in reach then
        ("View.", "", typeof(BoardView), []),
    ];

    /// <summary>Other keys made at run time: not over an enum, or with a general text where a member has none of its own.</summary>
    private static readonly string[] NotOverEnums =
        ["Act.", "Act.Add", "Application.", "ClockKind.", "COM", "ColumnHelp.", "Confirm.", "DocumentKind.", "Door.", "FollowUp.", "FollowUpDone.", "Form.", "Group.", "History.", "Items.Flag.", "Items.FlagNot.", "Items.Things.", "Items.Verb.", "Job.", "Keys.", "KeysDo.", "Kind.", "Level.", "LPT", "Mail.Open.", "Measure.Age.", "Measure.Share.", "Merge.", "Merged.", "Move.", "MoveBy.", "Moved.", "Nav.", "None.", "Notice.", "NoticeLevel.", "Numeral.", "Organisation.Has", "Purpose.", "Refusal.", "RowAct.", "Search.", "Story.", "Yours."];

    private static readonly Type[] CoreTypes = typeof(AppDbContext).Assembly.GetTypes();

    public static TheoryData<string> Resources =>
        [.. new[] { "ServicePackage.Core", "ServicePackage.Web" }.SelectMany(p => Repository.Files(p, ".resx")).Where(f => !f.EndsWith(".en.resx", StringComparison.Ordinal))];

    /// <summary>The texts of the screens; MudBlazor's own keys are not in our sources.</summary>
    public static TheoryData<string> Screens =>
        [.. Repository.Files("ServicePackage.Web", ".resx").Where(f => !f.EndsWith(".en.resx", StringComparison.Ordinal) && Path.GetFileName(f) != "MudTexts.resx")];

    [Theory]
    [MemberData(nameof(Resources))]
    public void Keys_StandOnceInBothLanguages(string resource)
    {
        var chinese = Entries(resource).Select(e => e.Key).ToList();
        var english = Entries(resource.Replace(".resx", ".en.resx", StringComparison.Ordinal)).Select(e => e.Key).ToList();

        Assert.Equal(chinese.Count, chinese.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(chinese.Order(StringComparer.Ordinal), english.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void Texts_AreInTheirLanguagesScript(string resource)
    {
        Assert.DoesNotContain(Entries(resource), e => Latin().IsMatch(Argument().Replace(e.Text, "")) && !HasChinese(e.Text)
            && !e.Key.StartsWith("Format.", StringComparison.Ordinal) && !WithoutChinese.Contains(e.Key));
        Assert.DoesNotContain(Entries(resource.Replace(".resx", ".en.resx", StringComparison.Ordinal)), e => HasChinese(e.Text) && !WithChinese.Contains(e.Key));
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void Texts_TakeTheSameArgumentsInBothLanguages(string resource)
    {
        var english = Entries(resource.Replace(".resx", ".en.resx", StringComparison.Ordinal)).ToDictionary(e => e.Key, e => e.Text);

        Assert.DoesNotContain(Entries(resource), e => !Arguments(e.Text).SetEquals(Arguments(english.GetValueOrDefault(e.Key, ""))));
    }

    [Fact]
    public void Keys_OfCore_StandInOneResourceOnly()
    {
        var found = Repository.Files("ServicePackage.Core", ".resx").Where(f => !f.EndsWith(".en.resx", StringComparison.Ordinal))
            .SelectMany(Entries).GroupBy(e => e.Key).Where(g => g.Count() > 1).Select(g => g.Key);

        Assert.Empty(found);
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void Refusals_AndNotices_AreWholeSentences(string resource)
    {
        var chinese = Entries(resource).Where(e => IsSentence(e.Key));
        var english = Entries(resource.Replace(".resx", ".en.resx", StringComparison.Ordinal)).Where(e => IsSentence(e.Key));

        Assert.DoesNotContain(chinese, e => !e.Text.EndsWith('。'));
        Assert.DoesNotContain(english, e => !e.Text.EndsWith('.') || char.IsLower(e.Text.TrimStart('“', '"')[0]));

        static bool IsSentence(string key) => (key.StartsWith("Refusal.", StringComparison.Ordinal) || key.StartsWith("Notice.", StringComparison.Ordinal))
            && Wording.Find(key) is not null; // labels of screens are none
    }

    [Fact]
    public void Enums_WithTexts_HaveOneForEachMember()
    {
        var enums = CoreTypes.Where(t => t.IsEnum && t.IsPublic).ToList();
        Assert.Equal(enums.Count, enums.Select(e => e.Name).Distinct().Count()); // texts are found by the short name

        var found =
            from type in enums
            let names = Enum.GetNames(type)
            where names.Any(n => Wording.Find($"{type.Name}.{n}") is not null)
            from name in names
            where Wording.Find($"{type.Name}.{name}") is null && !(name == "None" && type.IsDefined(typeof(FlagsAttribute), false))
            select $"{type.Name}.{name}";

        Assert.Empty(found);
    }

    [Fact]
    public void Keys_ComposedInTheSources_AreKnownHere()
    {
        var found = new[] { "ServicePackage.Core", "ServicePackage.Web" }
            .SelectMany(p => Repository.Files(p, ".cs").Concat(Repository.Files(p, ".razor")))
            .SelectMany(f => Composed().Matches(Repository.Read(f)).Select(m => m.Groups[1].Value)).Where(k => char.IsUpper(k[0])).Distinct();

        Assert.Equal(OverEnums.Select(k => k.Before).Concat(NotOverEnums).Distinct().Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(".resx")]
    [InlineData(".en.resx")]
    public void Keys_ComposedOverEnums_StandForEachMember(string language)
    {
        var written = new[] { "ServicePackage.Core", "ServicePackage.Web" }.SelectMany(p => Repository.Files(p, ".resx"))
            .Where(f => language == ".en.resx" == f.EndsWith(".en.resx", StringComparison.Ordinal))
            .SelectMany(Entries).Select(e => e.Key).ToHashSet();

        var missing =
            from key in OverEnums
            from member in Enum.GetNames(key.Enum).Except(key.Without)
            let name = $"{key.Before}{member}{key.After}"
            where !written.Contains(name) && !written.Contains($"Notice.{name}")
            select name;
        Assert.Empty(missing);
    }

    [Fact]
    public void Codes_InTheSources_HaveTheirTexts()
    {
        var found =
            from file in Repository.Files("ServicePackage.Core", ".cs")
            let text = Repository.Read(file)
            from key in Keys(text, RefusalCode(), "Refusal").Concat(Keys(text, NoticeKind(), "Notice")).Concat(Keys(text, FieldKey(), "Field"))
            where Wording.Find(key) is null
            select key;

        Assert.Empty(found.Distinct());
    }

    [Fact]
    public void Codes_OfValidators_HaveTheirTexts()
    {
        var found =
            from type in CoreTypes
            where type.IsAssignableTo(typeof(IValidator)) && !type.IsAbstract && !type.ContainsGenericParameters
            let constructor = type.GetConstructors()[0]
            where constructor.GetParameters().All(p => p.ParameterType == typeof(Func<DateTime>))
            from rule in ((IValidator)constructor.Invoke(new object?[constructor.GetParameters().Length])).CreateDescriptor().Rules
            from component in rule.Components
            where Wording.Find($"Refusal.{component.ErrorCode}") is null && component.ErrorCode != Refusals.AsFound && component.Validator.Name != "ChildValidatorAdaptor"
            select $"{type.Name}, {rule.PropertyName}: Refusal.{component.ErrorCode}";

        Assert.Empty(found);
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public void Keys_OfScreens_AreUsed(string resource)
    {
        var texts = Path.GetFileNameWithoutExtension(resource);
        var readers = string.Concat(
            from file in Repository.Files("ServicePackage.Web", ".razor").Concat(Repository.Files("ServicePackage.Web", ".cs"))
            group Repository.Read(file) by file.Replace(".razor.cs", ".razor", StringComparison.Ordinal) into parts
            let text = string.Concat(parts)
            where Regex.IsMatch(text, $@"\b{texts}\b")
            select text);
        var composed = Composed().Matches(readers).Select(m => m.Groups[1].Value).ToList();

        var unread = Entries(resource).Select(e => e.Key).Where(key => !readers.Contains($"\"{key}\"", StringComparison.Ordinal)
            && !composed.Exists(prefix => key.StartsWith(prefix, StringComparison.Ordinal)));
        Assert.Empty(unread);
    }

    [Fact]
    public void Pages_HaveATitle()
    {
        var components = Repository.Files("ServicePackage.Web", ".razor").ToDictionary(f => Path.GetFileNameWithoutExtension(f), Repository.Read);

        Assert.Empty(components.Where(c => c.Value.Contains("@page \"", StringComparison.Ordinal) && !HasTitle(c.Key, [])).Select(c => c.Key));

        // By itself, or by a part that it always draws: the head of the page, or a page's common body such as the desk.
        bool HasTitle(string component, HashSet<string> seen) => seen.Add(component) && components.TryGetValue(component, out var text)
            && (text.Contains("<PageTitle>@", StringComparison.Ordinal) || Component().Matches(text).Any(m => HasTitle(m.Groups[1].Value, seen)));
    }

    /// <summary>The moves that nobody answers with yes or no.</summary>
    private static string[] NeverAgreed =>
        [.. Enum.GetValues<Move>().Except(TicketProcedure.Rules.Where(r => r.Takes(Field.Agreed)).Select(r => r.Move)).Except([Move.ContestProceedings, Move.DecideReturn]).Select(m => m.ToString())]; // a contest words what the Centre decides on it; a return is decided by naming the unit

    private static List<(string Key, string Text)> Entries(string resource) =>
        [.. XDocument.Parse(Repository.Read(resource)).Root!.Elements("data").Select(d => ((string)d.Attribute("name")!, (string)d.Element("value")!))];

    private static IEnumerable<string> Keys(string text, Regex pattern, string kind) =>
        pattern.Matches(text).Select(m => $"{kind}.{m.Groups[1].Value}");

    private static HashSet<string> Arguments(string text) => [.. Argument().Matches(text).Select(m => m.Groups[1].Value)];

    private static bool HasChinese(string text) => text.EnumerateRunes().Any(r => r.Value is (>= 0x3000 and <= 0x303F) or (>= 0x3400 and <= 0x9FFF) or (>= 0xFF00 and <= 0xFFEF) or (>= 0x20000 and <= 0x323AF));

    [GeneratedRegex(@"\bRefusal\(\s*""([^""]+)""")]
    private static partial Regex RefusalCode();

    [GeneratedRegex(@"\.Tell\([^,""]+,\s*""(\w+)""")]
    private static partial Regex NoticeKind();

    [GeneratedRegex(@"(?:\.Text|\bFieldName)\(\s*""(\w+)""")]
    private static partial Regex FieldKey();

    /// <summary>A key made at run time: what comes before its first part.</summary>
    [GeneratedRegex(@"\$""([\w.]+)\{")]
    private static partial Regex Composed();

    [GeneratedRegex("[A-Za-z]")]
    private static partial Regex Latin();

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Argument();

    [GeneratedRegex(@"<([A-Z]\w+)")]
    private static partial Regex Component();
}
