using ServicePackage.Core.Attachments;

namespace ServicePackage.Tests.Core.Attachments;

public sealed class AttachmentNamesTests
{
    [Theory]
    [InlineData("情况说明.pdf", "情况说明.pdf")]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("..\\..\\windows\\说明.pdf", "说明.pdf")]
    [InlineData("C:\\fakepath\\说明.pdf", "说明.pdf")]
    [InlineData("说\u0000明\r\n.pdf", "说明.pdf")]
    [InlineData("\u202Efdp.exe", "fdp.exe")]
    [InlineData("a\uD800b.pdf", "ab.pdf")]
    [InlineData("问\"题\"<1>|?*.pdf", "问_题__1____.pdf")]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("lpt1", "_lpt1")]
    [InlineData("nul.tar.pdf", "_nul.tar.pdf")]
    [InlineData("说明.pdf. . ", "说明.pdf")]
    [InlineData("..", "file")]
    [InlineData(".pdf", "file.pdf")]
    [InlineData("", "file")]
    [InlineData(null, "file")]
    [InlineData("𠮷.pdf", "𠮷.pdf")]
    public void Clean_WhenGivenAName_MakesItSafe(string? name, string expected) =>
        Assert.Equal(expected, AttachmentNames.Clean(name));

    [Fact]
    public void Clean_WhenNameHas300Characters_CutsBeforeTheExtension()
    {
        var cleaned = AttachmentNames.Clean(new string('长', 296) + ".pdf");

        Assert.Equal(new string('长', 76) + ".pdf", cleaned);
    }

    [Fact]
    public void Clean_WhenCutFallsIntoAPair_LeavesNoHalf()
    {
        var cleaned = AttachmentNames.Clean("x" + string.Concat(Enumerable.Repeat("𠮷", 150)) + ".pdf");

        Assert.Equal("x" + string.Concat(Enumerable.Repeat("𠮷", 37)) + ".pdf", cleaned);
    }
}
