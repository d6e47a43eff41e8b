using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace ServicePackage.Core.Data;

/// <summary>Which rows are so, said in one place: queries ask it of the database, code of a row in hand, and the two cannot part.</summary>
public sealed class Scope<T>(Expression<Func<T, bool>> rule)
{
    private Func<T, bool>? _holds;

    public Expression<Func<T, bool>> Rule { get; } = rule;

    /// <summary>Whether it holds for a row in hand. It is compiled when first asked: most scopes are made for one query and never are.</summary>
    public bool Holds(T row) => (_holds ??= Rule.Compile())(row);

    /// <summary>What is so, and besides it this.</summary>
    public Scope<T> And(Expression<Func<T, bool>> also)
    {
        ArgumentNullException.ThrowIfNull(also);
        return new(Expression.Lambda<Func<T, bool>>(Expression.AndAlso(Rule.Body, ReplacingExpressionVisitor.Replace(also.Parameters[0], Rule.Parameters[0], also.Body)), Rule.Parameters));
    }

    /// <summary>The same on what has such a part.</summary>
    public Scope<TWhole> Of<TWhole>(Expression<Func<TWhole, T>> part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return new(Expression.Lambda<Func<TWhole, bool>>(ReplacingExpressionVisitor.Replace(Rule.Parameters[0], part.Body, Rule.Body), part.Parameters));
    }
}

/// <summary>Which rows are so at something given beside them, such as an instant (UTC) or a day.</summary>
public sealed class Scope<T, TAt>(Expression<Func<T, TAt, bool>> rule)
{
    private Func<T, TAt, bool>? _holds;
    private readonly Expression<Func<T, TAt, bool>> _rule = rule;

    /// <summary>As queries ask it; what is beside the row reaches the database as a parameter.</summary>
    public Expression<Func<T, bool>> At(TAt at)
    {
        Expression<Func<TAt>> given = () => at;
        return Expression.Lambda<Func<T, bool>>(ReplacingExpressionVisitor.Replace(_rule.Parameters[1], given.Body, _rule.Body), _rule.Parameters[0]);
    }

    /// <summary>Whether it holds for a row in hand.</summary>
    public bool Holds(T row, TAt at) => (_holds ??= _rule.Compile())(row, at);

    /// <summary>The same on what has such a part.</summary>
    public Scope<TWhole, TAt> Of<TWhole>(Expression<Func<TWhole, T>> part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return new(Expression.Lambda<Func<TWhole, TAt, bool>>(ReplacingExpressionVisitor.Replace(_rule.Parameters[0], part.Body, _rule.Body), part.Parameters[0], _rule.Parameters[1]));
    }
}

/// <summary>Queries in which a scope is one part of a larger question.</summary>
internal static class ScopeQueries
{
    /// <summary>Those that pass a question; the second parameter in it stands for the condition.</summary>
    public static IQueryable<T> Where<T>(this IQueryable<T> rows, Expression<Func<T, bool>> condition, Expression<Func<T, bool, bool>> question) =>
        rows.Where(Inlined<T, bool>(question, condition));

    /// <summary>What is read of each; the second parameter stands for the condition.</summary>
    public static IQueryable<TResult> Select<T, TResult>(this IQueryable<T> rows, Expression<Func<T, bool>> condition, Expression<Func<T, bool, TResult>> result) =>
        rows.Select(Inlined<T, TResult>(result, condition));

    /// <summary>What is read of each; the second and the third parameter stand for the conditions.</summary>
    public static IQueryable<TResult> Select<T, TResult>(
        this IQueryable<T> rows, Expression<Func<T, bool>> first, Expression<Func<T, bool>> second, Expression<Func<T, bool, bool, TResult>> result) =>
        rows.Select(Inlined<T, TResult>(result, first, second));

    /// <summary>A projection of which a part is projected elsewhere; the second parameter in it stands for what that gives.</summary>
    public static Expression<Func<TWhole, TResult>> With<TWhole, TOf, TPart, TResult>(
        Expression<Func<TWhole, TOf>> of, Expression<Func<TOf, TPart>> part, Expression<Func<TWhole, TPart, TResult>> result)
    {
        var there = ReplacingExpressionVisitor.Replace(of.Parameters[0], result.Parameters[0], of.Body);
        var given = ReplacingExpressionVisitor.Replace(part.Parameters[0], there, part.Body);
        return Expression.Lambda<Func<TWhole, TResult>>(ReplacingExpressionVisitor.Replace(result.Parameters[1], given, result.Body), result.Parameters[0]);
    }

    private static Expression<Func<T, TResult>> Inlined<T, TResult>(LambdaExpression whole, params ReadOnlySpan<Expression<Func<T, bool>>> conditions)
    {
        var (row, body) = (whole.Parameters[0], whole.Body);
        for (var i = 0; i < conditions.Length; i++)
        {
            var condition = ReplacingExpressionVisitor.Replace(conditions[i].Parameters[0], row, conditions[i].Body);
            body = ReplacingExpressionVisitor.Replace(whole.Parameters[i + 1], condition, body);
        }

        return Expression.Lambda<Func<T, TResult>>(body, row);
    }
}
