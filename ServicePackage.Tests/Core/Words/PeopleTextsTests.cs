using System.Collections;
using System.Globalization;
using System.Resources;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Words;

namespace ServicePackage.Tests.Core.Words;

public sealed class PeopleTextsTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Names_WhenAnyMember_AreTranslated(string culture)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        IEnumerable<Enum> members =
        [
            .. Enum.GetValues<OrganisationKind>().Cast<Enum>(), .. Enum.GetValues<PostKind>().Cast<Enum>(), .. Enum.GetValues<EnterpriseTier>().Cast<Enum>(),
            .. Enum.GetValues<RosterFilter>().Cast<Enum>(),
        ];

        Assert.All(members, m => Assert.NotNull(Wording.Find($"{m.GetType().Name}.{m}")));
    }

    [Theory]
    [InlineData("Organisations.OrganisationTexts")]
    [InlineData("Accounts.AccountTexts")]
    [InlineData("Enterprises.EnterpriseTexts")]
    [InlineData("Butlers.ButlerTexts")]
    public void Texts_WhenChinese_StandInEnglishToo(string name)
    {
        var texts = new ResourceManager($"ServicePackage.Core.{name}", typeof(Wording).Assembly);

        Assert.Equal(Keys(CultureInfo.InvariantCulture), Keys(CultureInfo.GetCultureInfo("en")));

        List<string> Keys(CultureInfo culture) =>
            [.. texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().Select(e => (string)e.Key).Order(StringComparer.Ordinal)];
    }
}
