using ServicePackage.Core.Mail;

namespace ServicePackage.Tests.Core.Mail;

public sealed class MailSettingsTests
{
    [Fact]
    public void Nothing_Set_IsNoMailAndNoRefusal()
    {
        Assert.Null(new MailSettings().Refuse());
        Assert.False(new MailSettings().IsOn);
    }

    [Fact]
    public void Whole_IsOn()
    {
        Assert.Null(Whole().Refuse());
        Assert.True(Whole().IsOn);
    }

    [Theory]
    [InlineData("Host", "", "请设置Mail:Host")]
    [InlineData("From", "", "请设置Mail:From")]
    [InlineData("PublicAddress", " ", "请设置Mail:PublicAddress")]
    [InlineData("Port", "0", "Mail:Port")]
    [InlineData("Port", "65536", "Mail:Port")]
    [InlineData("Port", "smtp", "Mail:Port")]
    [InlineData("Security", "Ssl", "Mail:Security")]
    [InlineData("Security", "7", "Mail:Security")]
    [InlineData("From", "service", "Mail:From")]
    [InlineData("PublicAddress", "service.malu.example", "Mail:PublicAddress")]
    [InlineData("PublicAddress", "ftp://service.malu.example", "Mail:PublicAddress")]
    [InlineData("PublicAddress", "https://service.malu.example/?a=1", "Mail:PublicAddress")]
    [InlineData("Password", "", "Mail:User和Mail:Password")]
    [InlineData("Security", "None", "明文")]
    public void Wrong_IsRefusedWithASentenceThatSaysWhatToSet(string key, string value, string said)
    {
        var settings = Whole();
        typeof(MailSettings).GetProperty(key)!.SetValue(settings, value);

        var sentence = settings.Refuse()!.Sentence;

        Assert.Contains(said, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret", sentence, StringComparison.Ordinal);
        Assert.False(settings.IsOn);
    }

    private static MailSettings Whole() => new()
    {
        Host = "mail.malu.example",
        User = "service",
        Password = "a-secret",
        From = "service@malu.example",
        PublicAddress = "https://service.malu.example",
    };
}
