namespace ServicePackage.Tests.Core.Demo;

/// <summary>The demo town as of one day on both databases: filled once for all who look at it, because it takes some seconds.</summary>
[CollectionDefinition]
public sealed class November : ICollectionFixture<NovemberOnSqlite>, ICollectionFixture<NovemberOnPostgres>;
