using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Tests.Core.Accounts;

public sealed class MeTests
{
    private static readonly Caller Caller = new(7, Guid.NewGuid());

    [Fact]
    public void Equals_WhenReadAnewWithTheSameContent_IsTrue()
    {
        Assert.Equal(Read(PostKind.Officer, PostKind.Liaison), Read(PostKind.Officer, PostKind.Liaison));
        Assert.Equal(Read(PostKind.Officer).GetHashCode(), Read(PostKind.Officer).GetHashCode());
    }

    [Fact]
    public void Equals_WhenAnythingDiffers_IsFalse()
    {
        var me = Read(PostKind.Officer);

        Assert.NotEqual(me, Read(PostKind.Liaison));
        Assert.NotEqual(me, Read(PostKind.Officer, PostKind.Liaison));
        Assert.NotEqual(me, me with { UnreadNotices = 3 });
        Assert.NotEqual(me, me with { Name = "王敏" });
        Assert.NotEqual(me, me with { Caller = Caller with { SessionId = Guid.NewGuid() } });
        Assert.NotEqual(me, me with { Today = me.Today.AddDays(1) });
        Assert.NotEqual(me, me with { Opens = ["Inbox"] });
        Assert.False(me.Equals(null));
    }

    private static Me Read(params PostKind[] posts) =>
        new(Caller, "李工", null, null, [.. posts.Select(p => new MyPost(p, 1, "城建办", "", OrganisationKind.Unit))], 2);
}
