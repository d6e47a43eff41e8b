using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ServicePackage.Tests.Support;

/// <summary>Reads in a language until disposed: <c>using var reading = new Reading("en")</c>.</summary>
public sealed class Reading : IDisposable
{
    private readonly (CultureInfo Culture, CultureInfo Ui) _before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    public Reading(string code) => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (new CultureInfo(code), new CultureInfo(code));

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _before;

    /// <summary>The texts of a feature's marker class, as screens get them.</summary>
    public static IStringLocalizer<T> Texts<T>() =>
        new StringLocalizer<T>(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));
}
