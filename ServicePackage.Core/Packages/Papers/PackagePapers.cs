using ServicePackage.Core.Documents;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Packages;

/// <summary>The paper of packages: what the packages' room gives to the one of documents, and the way to write one (plan §七(三)).</summary>
public sealed class PackagePapers : IDocumentKinds
{
    /// <summary>The name of the kind.</summary>
    public const string Kind = "Package";

    /// <inheritdoc/>
    public IReadOnlyList<DocumentKind> DocumentKinds { get; } = [new PackageDocumentKind()];

    /// <summary>Writes a package as a DOCX, in Chinese. The same package, imprint and template give the same bytes.</summary>
    /// <param name="package">What it says.</param>
    /// <param name="imprint">As which version it is issued.</param>
    /// <param name="template">The template in force, from <see cref="TemplateShelf"/>.</param>
    /// <param name="into">Where it is written; it stays open.</param>
    public static void Write(PackageContent package, PackageImprint imprint, Template template, Stream into)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(imprint);
        ArgumentNullException.ThrowIfNull(template);
        template.Fill(PackagePaperContent.Of(package, imprint), into);
    }
}

/// <summary>Packages as documents.</summary>
internal sealed class PackageDocumentKind : DocumentKind
{
    private static readonly Lazy<byte[]> Booklet = new(PackageBooklet.Template);

    public override string Name => PackagePapers.Kind;

    public override TemplateWords Words => PackagePaperWords.All;

    public override byte[] BuiltIn => Booklet.Value;

    public override Task<IReadOnlyList<DocumentSample>> SamplesAsync(Operation op, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(op);
        return Task.FromResult<IReadOnlyList<DocumentSample>>(
        [
            Of("usual", Wording.Text("PaperSample.Usual"), PackagePaperSamples.Usual(op.Today)),
            Of("long", Wording.Text("PaperSample.Long"), PackagePaperSamples.Lengthy(op.Today)),
            Of("bare", Wording.Text("PaperSample.Bare"), PackagePaperSamples.Bare(op.Today)),
        ]);

        static DocumentSample Of(string key, string title, PackageContent package) =>
            new(key, title, PackagePaperContent.Of(package, new PackageImprint(package.On.Year, 1, package.On, PackagePaperSamples.Butler)));
    }
}
