using Bunit;
using Microsoft.AspNetCore.Components;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Shared;

namespace ServicePackage.Tests.Web.Shared;

public sealed class TypedFieldTests : IDisposable
{
    private readonly BunitContext _page = new();
    private readonly List<string> _heard = [];

    public TypedFieldTests() => _page.JSInterop.SetupVoid("servicePackage.put", _ => true).SetVoidResult();

    private IEnumerable<(object? Known, object? Text)> Put => _page.JSInterop.Invocations["servicePackage.put"].Select(i => (i.Arguments[1], i.Arguments[2]));

    public void Dispose() => _page.Dispose();

    [Fact]
    public async Task Soon_WhenWhatWasTypedComesBackLate_WritesNothing()
    {
        var field = Draw(soon: true, "");
        await field.Find("input").TypeAsync("嘉定");
        await field.Find("input").TypeAsync("嘉定机械 ");

        Give(field, "嘉定");
        Give(field, "嘉定机械");

        Assert.Equal(["嘉定", "嘉定机械 "], _heard);
        Assert.Equal("", field.Find("input").GetAttribute("value"));
        Assert.Empty(Put);
    }

    [Fact]
    public async Task Soon_WhenTheFilterIsTakenAway_IsPutThereByTheScriptAlone()
    {
        var field = Draw(soon: true, "嘉定");
        await field.Find("input").TypeAsync("嘉定机械");
        Give(field, "嘉定机械");

        Give(field, null);
        Give(field, "嘉定机械");

        Assert.Equal("嘉定", field.Find("input").GetAttribute("value"));
        Assert.Equal([("嘉定机械", ""), ("", "嘉定机械")], Put);
    }

    [Fact]
    public async Task Field_WhenLeft_TellsItsText_AndIsFilledInByThePageOnlyOverWhatItKnows()
    {
        var field = Draw(soon: false, "");
        await field.Find("input").ChangeAsync("王敏");
        Give(field, "王敏");
        Assert.Empty(Put);

        Give(field, "陈晓明");

        Assert.Equal(["王敏"], _heard);
        Assert.Equal("王敏", field.Find("input").GetAttribute("value"));
        Assert.Equal([("王敏", "陈晓明")], Put);
    }

    private IRenderedComponent<TypedField> Draw(bool soon, string value) => _page.Render<TypedField>(p => p
        .Add(f => f.Soon, soon).Add(f => f.Value, value).Add(f => f.ValueChanged, EventCallback.Factory.Create<string>(this, _heard.Add)));

    private static void Give(IRenderedComponent<TypedField> field, string? value) => field.Render(p => p.Add(f => f.Value, value));
}
