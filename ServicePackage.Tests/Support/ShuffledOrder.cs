using System.Security.Cryptography;
using System.Text;
using ServicePackage.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: Parallelization(MaxThreads = 3)] // one for the browser, which mostly waits for pages, beside two cores' worth
[assembly: TestCollectionOrderer(typeof(ShuffledOrder))]
[assembly: TestClassOrderer(typeof(ShuffledOrder))]
[assembly: TestMethodOrderer(typeof(ShuffledOrder))]
[assembly: TestCaseOrderer(typeof(ShuffledOrder))]

namespace ServicePackage.Tests.Support;

/// <summary>
/// Puts collections, classes, methods and cases into an order that follows from their names and TEST_SEED alone, so that a
/// run can be repeated in another folder and on another machine: xUnit's own order follows from the assembly's path.
/// </summary>
public sealed class ShuffledOrder : ITestCollectionOrderer, ITestClassOrderer, ITestMethodOrderer, ITestCaseOrderer
{
    private readonly string _seed;

    public ShuffledOrder()
        : this(Environment.GetEnvironmentVariable("TEST_SEED") is { Length: > 0 } given ? given : "0")
    {
    }

    internal ShuffledOrder(string seed) => _seed = seed;

    /// <summary>The browser's tests are one long row and begin first: begun last, everything would wait for them alone.</summary>
    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections)
        where T : ITestCollection => [.. Shuffle(testCollections, c => WithoutId(c.TestCollectionDisplayName)).OrderBy(c => c.TestCollectionDisplayName != BrowserTests.OneRow)];

    public IReadOnlyCollection<T?> OrderTestClasses<T>(IReadOnlyCollection<T?> testClasses)
        where T : ITestClass => Shuffle(testClasses, c => c?.TestClassName ?? "");

    public IReadOnlyCollection<T?> OrderTestMethods<T>(IReadOnlyCollection<T?> testMethods)
        where T : ITestMethod => Shuffle(testMethods, m => m?.MethodName ?? "");

    public IReadOnlyCollection<T> OrderTestCases<T>(IReadOnlyCollection<T> testCases)
        where T : ITestCase => Shuffle(testCases, c => c.TestCaseDisplayName);

    internal T[] Shuffle<T>(IEnumerable<T> all, Func<T, string> name) =>
        [.. all.OrderBy(one => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{_seed} {name(one)}"))), StringComparer.Ordinal).ThenBy(name, StringComparer.Ordinal)];

    /// <summary>A collection that is a class's own is named after the class and an id that is made from the assembly's path.</summary>
    internal static string WithoutId(string collection) => collection.Split(" (id: ")[0];
}
