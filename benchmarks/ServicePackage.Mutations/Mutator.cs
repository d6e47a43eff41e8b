using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ServicePackage.Mutations;

/// <summary>
/// Writes all changes of one file into it at once, each behind its switch: <c>a &lt; b</c> becomes <c>(Mutant.Is(7) ? a &lt;= b : a &lt; b)</c>.
/// Static fields become properties made anew for each change. Inside a query the database's provider evaluates the switch
/// before it reads the query, so that only one of the two is ever translated.
/// </summary>
/// <param name="model">What the names of the file mean.</param>
/// <param name="file">The file, from the root.</param>
/// <param name="made">Collects the changes; its count numbers them.</param>
/// <param name="broken">Changes that do not compile: they keep their number and are not written.</param>
/// <param name="fixedNames">Constants that have to stay constants.</param>
internal sealed class Mutator(SemanticModel model, string file, List<Mutation> made, IReadOnlySet<int> broken, IReadOnlySet<string> fixedNames)
    : CSharpSyntaxRewriter
{
    private const string Switch = "global::ServicePackage.Core.Mutant";

    private static readonly Dictionary<SyntaxKind, (SyntaxKind Kind, string Text)> Swapped = new()
    {
        [SyntaxKind.LessThanExpression] = (SyntaxKind.LessThanOrEqualExpression, "<="),
        [SyntaxKind.LessThanOrEqualExpression] = (SyntaxKind.LessThanExpression, "<"),
        [SyntaxKind.GreaterThanExpression] = (SyntaxKind.GreaterThanOrEqualExpression, ">="),
        [SyntaxKind.GreaterThanOrEqualExpression] = (SyntaxKind.GreaterThanExpression, ">"),
        [SyntaxKind.EqualsExpression] = (SyntaxKind.NotEqualsExpression, "!="),
        [SyntaxKind.NotEqualsExpression] = (SyntaxKind.EqualsExpression, "=="),
        [SyntaxKind.AddExpression] = (SyntaxKind.SubtractExpression, "-"),
        [SyntaxKind.SubtractExpression] = (SyntaxKind.AddExpression, "+"),
    };

    private static readonly Dictionary<string, string> Opposite = new()
    {
        ["Min"] = "Max",
        ["Max"] = "Min",
        ["MinBy"] = "MaxBy",
        ["MaxBy"] = "MinBy",
    };

    /// <summary>What keeps the values of the present type's static fields.</summary>
    private List<MemberDeclarationSyntax> cells = [];

    public override SyntaxNode? Visit(SyntaxNode? node) => node switch
    {
        PatternSyntax or AttributeListSyntax or EnumDeclarationSyntax or ThrowStatementSyntax or ThrowExpressionSyntax
            or SwitchLabelSyntax or InterpolationAlignmentClauseSyntax or ConstructorInitializerSyntax => node,
        EqualsValueClauseSyntax { Parent: ParameterSyntax } => node,
        LocalDeclarationStatementSyntax { IsConst: true } => node,
        ExpressionStatementSyntax e when e.ToString() is var text && (text.StartsWith("Argument", StringComparison.Ordinal) || text.StartsWith("logger.", StringComparison.Ordinal)) => node,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } } => node,
        _ => base.Visit(node),
    };

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        if (node.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression)
        {
            return WithoutOperand(node);
        }

        if (node.IsKind(SyntaxKind.BitwiseOrExpression) && model.GetTypeInfo(node).Type is { TypeKind: TypeKind.Enum } flags)
        {
            return WithoutFlag(node, flags);
        }

        var inner = (BinaryExpressionSyntax)base.VisitBinaryExpression(node)!;
        return Swapped.TryGetValue(node.Kind(), out var other) && !Declares(node) && (other.Text is not ("+" or "-") || IsNumber(node))
            && New("operator", node, $"{Plain(node.Left)} {other.Text} {Plain(node.Right)}") is { } id
                ? Choice(node, id, $"{Plain(node.Left)} {other.Text} {Plain(node.Right)}", inner)
                : inner;
    }

    public override SyntaxNode? VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        var inner = (PrefixUnaryExpressionSyntax)base.VisitPrefixUnaryExpression(node)!;
        return node.IsKind(SyntaxKind.LogicalNotExpression) && !Declares(node) && New("not dropped", node, Plain(node.Operand)) is { } id
            ? Choice(node, id, Plain(node.Operand), inner)
            : inner;
    }

    public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node)
    {
        if (node.Kind() is SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression)
        {
            var other = node.IsKind(SyntaxKind.TrueLiteralExpression) ? "false" : "true";
            return New("true and false", node, other) is { } id ? Choice(node, id, other, node) : node;
        }

        if (node.Token.Value is not int value || model.GetTypeInfo(node).ConvertedType is not { } type || !IsWhole(type))
        {
            return node;
        }

        ExpressionSyntax result = node;
        foreach (var (number, allowed) in new[] { (value + 1, !SameAsOperator(node, 1)), (value - 1, value > 0 && node.Parent is not ArgumentSyntax { Parent: BracketedArgumentListSyntax } && !SameAsOperator(node, -1)) })
        {
            if (allowed && New("number", node, Number(number)) is { } id)
            {
                result = Choice(node, id, Number(number), result);
            }
        }

        return result;
    }

    public override SyntaxNode? VisitCollectionExpression(CollectionExpressionSyntax node)
    {
        var elements = node.Elements.Select(element =>
        {
            if (element is not ExpressionElementSyntax { Expression: var expression }
                || model.GetTypeInfo(expression).ConvertedType is not { IsAnonymousType: false, TypeKind: not TypeKind.Error } type)
            {
                return Visit(element)!.ToFullString();
            }

            var inner = Visit(expression)!.ToFullString();
            return New("element dropped", expression, "") is { } id
                ? $"..{Switch}.Keep<{type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}>({id}, {inner})"
                : inner;
        });
        return Parsed($"[{string.Join(", ", elements)}]", node);
    }

    public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
    {
        var inner = (IfStatementSyntax)base.VisitIfStatement(node)!;
        var body = node.Statement is BlockSyntax { Statements: [var single] } ? single : node.Statement;
        return node.Else is null && body is not ThrowStatementSyntax && New("if left out", node, "", $"if ({node.Condition}) {OneLine(body.ToString())}") is { } id
            ? inner.WithCondition(Parsed($"!{Switch}.Is({id}) && ({inner.Condition.ToFullString()})", node.Condition))
            : inner;
    }

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        var inner = (ConditionalExpressionSyntax)base.VisitConditionalExpression(node)!;
        return node.Condition is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or AwaitExpressionSyntax && !Declares(node.Condition)
            && New("condition", node.Condition, $"!({Plain(node.Condition)})") is { } id
                ? inner.WithCondition(Parsed($"({Switch}.Is({id}) != ({inner.Condition.ToFullString()}))", node.Condition))
                : inner;
    }

    public override SyntaxNode? VisitWhereClause(WhereClauseSyntax node)
    {
        var inner = (WhereClauseSyntax)base.VisitWhereClause(node)!;
        return New("condition left out", node.Condition, "true") is { } id
            ? inner.WithCondition(Parsed($"{Switch}.Is({id}) || ({inner.Condition.ToFullString()})", node.Condition))
            : inner;
    }

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        var inner = (SimpleLambdaExpressionSyntax)base.VisitSimpleLambdaExpression(node)!;
        return Always(node, inner.ExpressionBody) is { } body ? inner.WithExpressionBody(body) : inner;
    }

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        var inner = (ParenthesizedLambdaExpressionSyntax)base.VisitParenthesizedLambdaExpression(node)!;
        return Always(node, inner.ExpressionBody) is { } body ? inner.WithExpressionBody(body) : inner;
    }

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var inner = (InvocationExpressionSyntax)base.VisitInvocationExpression(node)!;
        if (node.Expression is not MemberAccessExpressionSyntax { Name: SimpleNameSyntax { Identifier.Text: var name } } called)
        {
            return inner;
        }

        if (Opposite.TryGetValue(name, out var other) && !Declares(node)
            && New("min and max", node, $"{Plain(called.Expression)}.{other}{Plain(node.ArgumentList)}") is { } id)
        {
            return Choice(node, id, $"{Plain(called.Expression)}.{other}{Plain(node.ArgumentList)}", inner);
        }

        if (name is "AddDays" or "AddMonths" && node.ArgumentList.Arguments is [{ Expression: not LiteralExpressionSyntax } days]
            && New("days", node, $"{OneLine(days.ToString())} + 1") is { } more && New("days", node, $"{OneLine(days.ToString())} - 1") is { } less)
        {
            return inner.WithArgumentList((ArgumentListSyntax)SyntaxFactory.ParseArgumentList($"(({inner.ArgumentList.Arguments[0].ToFullString()}) + {Switch}.Shift({more}, {less}))"));
        }

        return inner;
    }

    public override SyntaxNode? VisitIsPatternExpression(IsPatternExpressionSyntax node)
    {
        var inner = (IsPatternExpressionSyntax)base.VisitIsPatternExpression(node)!;
        if (Declares(node))
        {
            return inner;
        }

        ExpressionSyntax result = inner;
        var negated = node.Pattern is UnaryPatternSyntax { Pattern: var positive } ? $"{Plain(node.Expression)} is {positive}" : $"!({Plain(node.Expression)} is {node.Pattern})";
        if (New("is and is not", node, negated) is { } id)
        {
            result = Choice(node, id, negated, result);
        }

        foreach (var or in node.Pattern.DescendantNodesAndSelf().OfType<BinaryPatternSyntax>().Where(p => p.IsKind(SyntaxKind.OrPattern)))
        {
            foreach (var (dropped, kept) in new[] { (or.Left, or.Right), (or.Right, or.Left) })
            {
                if (dropped is BinaryPatternSyntax)
                {
                    continue; // its parts are dropped one by one
                }

                var without = $"{Plain(node.Expression)} is {node.Pattern.ReplaceNode(or, kept.WithTriviaFrom(or))}";
                if (New("alternative dropped", node, without) is { } fewer)
                {
                    result = Choice(node, fewer, without, result);
                }
            }
        }

        return result;
    }

    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node)
    {
        var isConst = node.Modifiers.Any(SyntaxKind.ConstKeyword);
        if (node.Declaration.Variables is not [{ Initializer: { } initializer } variable]
            || (!isConst && !(node.Modifiers.Any(SyntaxKind.StaticKeyword) && node.Modifiers.Any(SyntaxKind.ReadOnlyKeyword))))
        {
            return isConst ? node : base.VisitFieldDeclaration(node);
        }

        if (isConst && (fixedNames.Contains(variable.Identifier.Text) || model.GetTypeInfo(initializer.Value).Type is not { } type || !IsWhole(type)))
        {
            return node;
        }

        var modifiers = string.Join(' ', node.Modifiers.Where(m => !m.IsKind(SyntaxKind.ConstKeyword) && !m.IsKind(SyntaxKind.ReadOnlyKeyword)).Select(m => m.Text));
        return Once(node, isConst ? modifiers + " static" : modifiers, node.Declaration.Type, variable.Identifier.Text, initializer.Value);
    }

    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node) =>
        node.Modifiers.Any(SyntaxKind.StaticKeyword) && node.Initializer is { } initializer
            ? Once(node, node.Modifiers.ToString(), node.Type, node.Identifier.Text, initializer.Value)
            : base.VisitPropertyDeclaration(node);

    private MemberDeclarationSyntax Once(MemberDeclarationSyntax node, string modifiers, TypeSyntax type, string name, ExpressionSyntax value)
    {
        var inner = Visit(value)!.ToFullString();
        var property = $"{modifiers} {type} {name} {{ get => {Switch}.Once<{type}>(ref Made{name}.Value, static () => {inner}); }}";
        var cell = $"private static class Made{name} {{ public static global::ServicePackage.Core.Made<{type}>? Value; }}";
        cells.Add(SyntaxFactory.ParseMemberDeclaration(cell + "\n")!);
        return SyntaxFactory.ParseMemberDeclaration(property + "\n")!.WithTriviaFrom(node);
    }

    public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node) => WithCells(() => base.VisitClassDeclaration(node));

    public override SyntaxNode? VisitRecordDeclaration(RecordDeclarationSyntax node) =>
        node.OpenBraceToken.IsKind(SyntaxKind.None) ? base.VisitRecordDeclaration(node) : WithCells(() => base.VisitRecordDeclaration(node));

    private TypeDeclarationSyntax WithCells(Func<SyntaxNode?> visit)
    {
        var outer = cells;
        cells = [];
        var inner = (TypeDeclarationSyntax)visit()!;
        var result = inner.AddMembers([.. cells]);
        cells = outer;
        return result;
    }

    /// <summary>Each operand of a chain of "and" or "or" made to say nothing.</summary>
    private ExpressionSyntax WithoutOperand(BinaryExpressionSyntax node)
    {
        var (kind, sign) = (node.Kind(), node.OperatorToken.Text);
        var operands = new List<ExpressionSyntax>();
        ExpressionSyntax rest = node;
        while (rest is BinaryExpressionSyntax chain && chain.IsKind(kind))
        {
            operands.Insert(0, chain.Right);
            rest = chain.Left;
        }

        operands.Insert(0, rest);
        var parts = operands.Select(operand =>
        {
            var inner = Visit(operand)!.ToFullString();
            return Declares(operand) || New(sign == "&&" ? "\"and\" left out" : "\"or\" left out", operand, sign == "&&" ? "true" : "false") is not { } id ? inner
                : sign == "&&" ? $"({Switch}.Is({id}) || ({inner}))"
                : $"(!{Switch}.Is({id}) && ({inner}))";
        });
        return Parsed(string.Join($" {sign} ", parts), node);
    }

    /// <summary>Each flag of an or-ed list left out.</summary>
    private ExpressionSyntax WithoutFlag(BinaryExpressionSyntax node, ITypeSymbol type)
    {
        var flags = new List<ExpressionSyntax>();
        ExpressionSyntax rest = node;
        while (rest is BinaryExpressionSyntax chain && chain.IsKind(SyntaxKind.BitwiseOrExpression))
        {
            flags.Insert(0, chain.Right);
            rest = chain.Left;
        }

        flags.Insert(0, rest);
        var none = $"default({type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})";
        var parts = flags.Select(flag => New("flag dropped", flag, "") is { } id ? Choice(flag, id, none, (ExpressionSyntax)Visit(flag)!).ToFullString() : Visit(flag)!.ToFullString());
        return Parsed("(" + string.Join(" | ", parts) + ")", node);
    }

    /// <summary>A condition given to a query, a search or a guard that always holds.</summary>
    private ExpressionSyntax? Always(LambdaExpressionSyntax node, ExpressionSyntax? inner)
    {
        if (inner is null || node.ExpressionBody is LiteralExpressionSyntax || model.GetTypeInfo(node).ConvertedType is not INamedTypeSymbol type)
        {
            return null;
        }

        var called = type.Name == "Expression" ? type.TypeArguments[0] as INamedTypeSymbol : type;
        return called?.DelegateInvokeMethod?.ReturnType.SpecialType == SpecialType.System_Boolean && New("condition left out", node.ExpressionBody!, "true") is { } id
            ? Parsed($"{Switch}.Is({id}) || ({inner.ToFullString()})", node.ExpressionBody!)
            : null;
    }

    private int? New(string kind, SyntaxNode node, string after, string? before = null)
    {
        var id = made.Count + 1;
        made.Add(new Mutation(id, file, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, kind, OneLine(before ?? node.ToString()), OneLine(after)));
        return broken.Contains(id) ? null : id;
    }

    private static ExpressionSyntax Choice(SyntaxNode node, int id, string changed, SyntaxNode inner) =>
        Parsed($"({Switch}.Is({id}) ? ({changed}) : ({inner.ToFullString()}))", node);

    private static ExpressionSyntax Parsed(string text, SyntaxNode node) =>
        SyntaxFactory.ParseExpression(text).WithLeadingTrivia(node.GetLeadingTrivia()).WithTrailingTrivia(node.GetTrailingTrivia());

    private static string Plain(SyntaxNode node) => node.WithoutTrivia().ToString();

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether a pattern or an argument in it names a variable: such code cannot stand twice.</summary>
    private static bool Declares(SyntaxNode node) =>
        node.DescendantNodes(n => n is not LambdaExpressionSyntax).Any(n => n is SingleVariableDesignationSyntax);

    private bool IsNumber(BinaryExpressionSyntax node) =>
        model.GetTypeInfo(node).Type is { } type && (IsWhole(type) || type.SpecialType is SpecialType.System_DateTime or SpecialType.System_Double or SpecialType.System_Decimal || type.Name is "TimeSpan" or "DateTime");

    private static bool IsWhole(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? IsWhole(nullable.TypeArguments[0])
        : type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double or SpecialType.System_Decimal;

    /// <summary>Whether moving this bound by so much is the same change as the swapped operator.</summary>
    private static bool SameAsOperator(LiteralExpressionSyntax node, int by) => node.Parent is BinaryExpressionSyntax parent && parent.Right == node && parent.Kind() switch
    {
        SyntaxKind.GreaterThanExpression or SyntaxKind.LessThanOrEqualExpression => by == -1,
        SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.LessThanExpression => by == 1,
        _ => false,
    };
}
