namespace ServicePackage.Core.Documents;

/// <summary>How the parts of a document on paper belong together.</summary>
internal static class PaperParts
{
    public const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n";

    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public const string ContentTypes = Declaration + $"""
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{Word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{Word}.styles+xml"/><Override PartName="/word/fontTable.xml" ContentType="{Word}.fontTable+xml"/><Override PartName="/word/settings.xml" ContentType="{Word}.settings+xml"/><Override PartName="/word/numbering.xml" ContentType="{Word}.numbering+xml"/><Override PartName="/word/footer1.xml" ContentType="{Word}.footer+xml"/><Override PartName="/word/footer2.xml" ContentType="{Word}.footer+xml"/></Types>
        """;

    public const string OfFile = Declaration + $"""
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="word/document.xml"/></Relationships>
        """;

    public const string OfDocument = Declaration + $"""
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="{Office}/fontTable" Target="fontTable.xml"/><Relationship Id="rId3" Type="{Office}/settings" Target="settings.xml"/><Relationship Id="rId6" Type="{Office}/numbering" Target="numbering.xml"/><Relationship Id="rId4" Type="{Office}/footer" Target="footer1.xml"/><Relationship Id="rId5" Type="{Office}/footer" Target="footer2.xml"/></Relationships>
        """;
}
