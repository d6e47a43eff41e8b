using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Architecture;

/// <summary>The order of the tests follows from their names and the seed alone.</summary>
public sealed class ShuffledOrderTests
{
    private static readonly string[] Names = [.. Enumerable.Range(1, 40).Select(n => $"Test_{n}")];

    [Fact]
    public void Shuffle_WithTheSameSeed_GivesTheSameOrderHoweverTheNamesCome() =>
        Assert.Equal(Order("7", Names), Order("7", Names.Reverse()));

    [Fact]
    public void Shuffle_WithAnotherSeed_GivesAnotherOrderOfTheSame()
    {
        Assert.NotEqual(Order("7", Names), Order("8", Names));
        Assert.Equal(Names.Order(), Order("8", Names).Order());
    }

    [Fact]
    public void Collection_OfAClass_IsNamedWithoutItsId() =>
        Assert.Equal("Test collection for A.B", ShuffledOrder.WithoutId("Test collection for A.B (id: 0f3c)"));

    private static string[] Order(string seed, IEnumerable<string> names) => new ShuffledOrder(seed).Shuffle(names, n => n);
}
