using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Policies;

/// <summary>One judgement of one question for many enterprises, as typed.</summary>
public sealed class JudgementsInput
{
    /// <summary>The policy and the clause that ask for it.</summary>
    public long PolicyId { get; set; }

    /// <summary>The clause, by its key through all versions.</summary>
    public long ClauseId { get; set; }

    /// <summary>The key of the question.</summary>
    public string Key { get; set; } = "";

    /// <summary>Whether it holds; null where nothing was chosen.</summary>
    public bool? Holds { get; set; }

    /// <summary>What it rests on.</summary>
    public string Note { get; set; } = "";

    /// <summary>The enterprises, each with the judgement the person saw.</summary>
    public IReadOnlyList<JudgedEnterprise> Rows { get; set; } = [];
}

/// <summary>An enterprise to be judged with others.</summary>
/// <param name="EnterpriseId">Its key.</param>
/// <param name="Seen">The judgement the person saw; null where there was none.</param>
public sealed record JudgedEnterprise(long EnterpriseId, long? Seen);

/// <summary>What judging one of many came to.</summary>
/// <param name="EnterpriseId">The enterprise.</param>
/// <param name="Refusal">Why it was refused; null when judged.</param>
public sealed record JudgedResult(long EnterpriseId, Refusal? Refusal);

/// <summary>Checks what is typed of a judgement for many; each enterprise is judged one by one by the service.</summary>
public sealed class JudgementsValidator : AbstractValidator<JudgementsInput>
{
    public JudgementsValidator()
    {
        RuleFor(j => j.Holds).NotNull().WithErrorCode("Judgement.NothingChosen");
        RuleFor(j => j.Note).Text("JudgementNote", PolicyRules.LongestReason);
        RuleFor(j => j.Rows).Must(r => r.Count is > 0 and <= JudgementBatch.Most).WithErrorCode("Judgement.Nobody").WithState(_ => new object[] { JudgementBatch.Most });
    }
}

/// <summary>Judges a question for many enterprises in one go, each in its own transaction with its own command id, so that one refusal keeps nothing from the others (plan §五(二)).</summary>
public sealed class JudgementBatch(JudgementService judgements)
{
    /// <summary>The most enterprises of one go.</summary>
    public const int Most = 100;

    /// <summary>
    /// Judges one enterprise after another and gives each result as it comes; one named twice is judged once. The refusals are those of <see cref="JudgementService.JudgeAsync"/>. The same
    /// <paramref name="runId"/> again gives the first results again.
    /// </summary>
    public async IAsyncEnumerable<JudgedResult> JudgeAsync(Caller caller, Guid runId, JudgementsInput input, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        foreach (var row in input.Rows.DistinctBy(r => r.EnterpriseId).Take(Most).ToList())
        {
            cancellation.ThrowIfCancellationRequested();
            var outcome = await judgements.JudgeAsync(caller, CommandId(runId, row.EnterpriseId), new JudgementInput
            {
                PolicyId = input.PolicyId,
                ClauseId = input.ClauseId,
                EnterpriseId = row.EnterpriseId,
                Key = input.Key,
                Holds = input.Holds,
                Note = input.Note,
                Seen = row.Seen,
            }, cancellation);
            yield return new JudgedResult(row.EnterpriseId, outcome.Refusal);
        }
    }

    private static Guid CommandId(Guid runId, long enterpriseId) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{runId:N} {enterpriseId}")).AsSpan(0, 16));
}
