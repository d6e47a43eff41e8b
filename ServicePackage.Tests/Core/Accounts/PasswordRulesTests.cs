using ServicePackage.Core.Accounts;

namespace ServicePackage.Tests.Core.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("a-quiet-river-2026")]
    [InlineData("春江花月夜潮水连海平海上明月共潮生")]
    [InlineData("correct horse staple")]
    [InlineData("𠮷𠮷a𠮷𠮷b𠮷𠮷c𠮷𠮷d")]
    public void Refuse_WhenLongAndUncommon_IsNull(string password) =>
        Assert.Null(PasswordRules.Refuse(password, "wangmin"));

    [Theory]
    [InlineData(null, "Missing")]
    [InlineData("            ", "Missing")]
    [InlineData("elevenchars", "PasswordTooShort")]
    [InlineData("password1234", "PasswordCommon")]
    [InlineData("PassWord1234", "PasswordCommon")]
    [InlineData("ｐassword1234", "PasswordCommon")]
    [InlineData("1qaz2wsx3edc", "PasswordCommon")]
    [InlineData("aaaaaaaaaaaaaa", "PasswordCommon")]
    [InlineData("abcabcabcabc", "PasswordCommon")]
    [InlineData("345678901234567", "PasswordCommon")]
    [InlineData("abcdefghijklmn", "PasswordCommon")]
    [InlineData("xx-WangMin-xx-yy", "PasswordHasName")]
    [InlineData("a-quiet\0river-2026", "Unreadable")]
    public void Refuse_WhenGuessable_SaysWhy(string? password, string code)
    {
        var refusal = PasswordRules.Refuse(password, "wangmin", "Wanted");

        Assert.Equal(code, refusal?.Code);
        Assert.Equal("Wanted", refusal!.Details.Single().Field);
    }

    [Fact]
    public void Refuse_AtTheBounds_CountsCharactersAsReadersDo()
    {
        Assert.Null(PasswordRules.Refuse(Mixed(128), "wangmin"));
        Assert.Equal("TooLong", PasswordRules.Refuse(Mixed(129), "wangmin")?.Code);
        Assert.Null(PasswordRules.Refuse(Mixed(12), "wangmin"));
        Assert.Equal("PasswordTooShort", PasswordRules.Refuse("𠮷𠮷𠮷𠮷𠮷𠮷𠮷", "wangmin")?.Code);
    }

    private static string Mixed(int length) => string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i * i / 3 % 26))));
}
