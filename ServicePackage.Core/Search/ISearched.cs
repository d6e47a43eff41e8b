using ServicePackage.Core.History;

namespace ServicePackage.Core.Search;

/// <summary>A row that is found by what some of its texts say.</summary>
public interface ISearched : IHistoried
{
    /// <summary>The names of the properties whose texts are searched, in the order in which they are read.</summary>
    IReadOnlyList<string> SearchedBy { get; }
}
