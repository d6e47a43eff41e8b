using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ServicePackage.Mutations;

/// <summary>Core with all changes written into it; those the compiler does not take are left out.</summary>
internal static class Instrumented
{
    private static readonly string[] Usings = ["", ".IO", ".Linq", ".Net.Http", ".Threading", ".Threading.Tasks", ".Collections.Generic"];
    private static readonly string[] Sources = ["ServicePackage.Core", "ServicePackage.Web", "ServicePackage.Tests"];

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest);

    /// <summary>Writes the changes into the copy, which must be restored, and gives those that can be put in force.</summary>
    public static IReadOnlyList<Mutation> Write(string root, IReadOnlyList<string> targets)
    {
        var trees = Directory.EnumerateFiles(Path.Combine(root, "ServicePackage.Core"), "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .ToDictionary(f => f, f => Parse(File.ReadAllText(Path.Combine(root, f)), f));
        var usings = Parse(string.Concat(Usings.Select(n => $"global using System{n};\n")), "usings");
        var plain = CSharpCompilation.Create("ServicePackage.Core", [.. trees.Values, usings], References(root),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var known = targets.SelectMany(t => Errors(plain, trees[t])).Select(Said).ToHashSet();
        var fixedNames = FixedNames(root);
        var broken = new HashSet<int>();
        var suspects = targets;
        while (true)
        {
            var made = new List<Mutation>();
            var compilation = plain;
            var written = new Dictionary<string, SyntaxTree>();
            foreach (var target in targets)
            {
                var changed = new Mutator(plain.GetSemanticModel(trees[target]), target, made, broken, fixedNames).Visit(trees[target].GetRoot())!;
                written[target] = Parse(changed.ToFullString(), target);
                compilation = compilation.ReplaceSyntaxTree(trees[target], written[target]);
            }

            compilation = compilation.AddSyntaxTrees(Parse(Resource("Mutant.cs"), "Mutant.cs"));
            var errors = suspects.SelectMany(t => Errors(compilation, written[t])).Where(e => !known.Contains(Said(e))).ToList();
            suspects = errors.Count > 0 ? [.. errors.Select(e => e.Location.SourceTree!.FilePath).Distinct()] : suspects;
            Console.WriteLine($"{made.Count} changes, {broken.Count} left out, {errors.Count} errors");
            var before = broken.Count;
            foreach (var error in errors)
            {
                broken.UnionWith(Blamed(error));
            }

            if (errors.Count > 0 && broken.Count == before)
            {
                throw new InvalidOperationException("The changed code does not compile:\n" + string.Join('\n', errors.Take(20)));
            }

            if (errors.Count > 0)
            {
                continue;
            }

            foreach (var (path, tree) in written)
            {
                File.WriteAllText(Path.Combine(root, path), tree.ToString());
            }

            File.WriteAllText(Path.Combine(root, "ServicePackage.Core", "Mutant.cs"), Resource("Mutant.cs"));
            File.WriteAllText(Path.Combine(root, "ServicePackage.Tests", "MutationHost.cs"), Resource("MutationHost.cs"));
            return Mutation.Counted(made.Where(m => !broken.Contains(m.Id)));
        }
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, Language, path, System.Text.Encoding.UTF8);

    private static IEnumerable<Diagnostic> Errors(CSharpCompilation compilation, SyntaxTree tree) =>
        compilation.GetSemanticModel(tree).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);

    private static string Said(Diagnostic error) => error.Id + error.GetMessage(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The changes in the smallest piece of code around an error; for a variable without a value, around where it is named as well.</summary>
    private static List<int> Blamed(Diagnostic error)
    {
        var node = error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan);
        if (error.Id == "CS0165")
        {
            var name = node.ToString();
            var member = node.Ancestors().OfType<MemberDeclarationSyntax>().First();
            var named = member.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Where(d => d.Identifier.Text == name)
                .SelectMany(d => d.Ancestors().TakeWhile(a => a is not StatementSyntax or IfStatementSyntax).SelectMany(Conditions)).ToList();
            if (named.Count > 0)
            {
                return named;
            }
        }

        return node.AncestorsAndSelf().Select(a => Ids(a.ToString())).FirstOrDefault(ids => ids.Count > 0) ?? [];
    }

    private static IEnumerable<int> Conditions(SyntaxNode node) => node switch
    {
        ConditionalExpressionSyntax c => Ids(c.Condition.ToString()),
        BinaryExpressionSyntax b => Ids(b.Left.ToString()).Concat(Ids(b.Right.ToString())),
        _ => [],
    };

    private static List<int> Ids(string text) =>
        [.. Regex.Matches(text, @"Mutant\.(?:Is\((\d+)\)|Keep<[^(]*>\((\d+)|Shift\((\d+), (\d+)\))").SelectMany(m => m.Groups.Values.Skip(1)).Where(g => g.Success).Select(g => int.Parse(g.Value, System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>Names used where the language wants a constant: in attributes, patterns, labels, defaults and other constants.</summary>
    private static HashSet<string> FixedNames(string root) =>
        [.. Sources
            .SelectMany(p => Directory.EnumerateFiles(Path.Combine(root, p), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(f => Parse(File.ReadAllText(f), f).GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>())
            .Where(n => n.Ancestors().Any(a => a is AttributeSyntax or PatternSyntax or SwitchLabelSyntax or EnumMemberDeclarationSyntax
                || a is EqualsValueClauseSyntax { Parent: ParameterSyntax }
                || a is FieldDeclarationSyntax f && f.Modifiers.Any(SyntaxKind.ConstKeyword)
                || a is LocalDeclarationStatementSyntax { IsConst: true }))
            .Select(n => n.Identifier.Text)];

    /// <summary>The packages the project was restored with, and the shared frameworks of this machine.</summary>
    private static List<MetadataReference> References(string root)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "ServicePackage.Core", "obj", "project.assets.json")));
        var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(p => p.Name).ToList();
        var libraries = assets.RootElement.GetProperty("libraries");
        var packages = assets.RootElement.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject()
            .Where(l => l.Value.TryGetProperty("compile", out _) && libraries.GetProperty(l.Name).TryGetProperty("path", out _))
            .SelectMany(l => l.Value.GetProperty("compile").EnumerateObject()
                .Where(c => c.Name.EndsWith(".dll", StringComparison.Ordinal))
                .SelectMany(c => folders.Select(f => Path.Combine(f, libraries.GetProperty(l.Name).GetProperty("path").GetString()!, c.Name))))
            .Where(File.Exists);
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var web = runtime.Replace("Microsoft.NETCore.App", "Microsoft.AspNetCore.App", StringComparison.Ordinal);
        var shared = new[] { runtime, web }.Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*.dll"))
            .Where(f => Path.GetFileName(f) is var n && (n.StartsWith("System.", StringComparison.Ordinal) || n.StartsWith("Microsoft.", StringComparison.Ordinal) || n is "mscorlib.dll" or "netstandard.dll"));
        return [.. packages.Concat(shared).DistinctBy(Path.GetFileName).Where(IsManaged).Select(f => MetadataReference.CreateFromFile(f))];
    }

    private static bool IsManaged(string file)
    {
        try
        {
            return System.Reflection.AssemblyName.GetAssemblyName(file).Name is not null;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(Instrumented).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
