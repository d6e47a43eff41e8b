using Bunit;
using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;
using ServicePackage.Web.Shared;

namespace ServicePackage.Tests.Web.Shared;

public sealed class ValidatedFormTests : IAsyncLifetime
{
    private readonly BunitContext _context = new();
    private readonly NameInput _input = new();
    private readonly List<Guid> _commands = [];
    private Refusal? _answer;
    private TaskCompletionSource? _hold;

    public ValidatedFormTests()
    {
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
        _context.Services.AddLocalization();
        _context.Renderer.SetRendererInfo(new RendererInfo("Server", true));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    [Fact]
    public async Task Submit_WhenTheInputIsWrong_ShowsTheSentenceBesideItsFieldAndSendsNothing()
    {
        var form = Render();

        await form.Find("form").SubmitAsync();

        Assert.Contains(new Refusal("Missing", new FieldName("UserName")).Sentence, form.Markup, StringComparison.Ordinal);
        Assert.Empty(_commands);
    }

    [Fact]
    public async Task Submit_WhenTheDomainRefusesAField_ShowsItThereAndKeepsTheCommand()
    {
        var form = Render();
        await form.Find("input").ChangeAsync("王敏");
        _answer = Refusal.NotAllowed with { Field = nameof(NameInput.Name) };
        await form.Find("form").SubmitAsync();
        Assert.Equal(Refusal.NotAllowed.Sentence, form.Find(".field-error").TextContent);
        Assert.Equal("true", form.Find("input").GetAttribute("aria-invalid"));
        Assert.Empty(form.FindAll(".refusal"));

        _answer = Refusal.Stale;
        await form.Find("form").SubmitAsync();
        Assert.Contains(Refusal.Stale.Sentence, form.Find(".refusal").TextContent, StringComparison.Ordinal);

        _answer = null;
        await form.Find("form").SubmitAsync();
        await form.Find("form").SubmitAsync();
        Assert.Equal(4, _commands.Count);
        Assert.Single(_commands.Take(3).Distinct());
        Assert.NotEqual(_commands[2], _commands[3]);
        Assert.Equal("王敏", _input.Name);
    }

    [Fact]
    public async Task Submit_FiveTimesWhileItRuns_SendsOnce()
    {
        var form = Render();
        await form.Find("input").ChangeAsync("王敏");
        _hold = new TaskCompletionSource();
        var first = form.Find("form").SubmitAsync();
        Assert.True(form.Find("button[type=submit]").HasAttribute("disabled"));
        for (var i = 0; i < 4; i++)
        {
            await form.Find("form").SubmitAsync();
        }

        _hold.SetResult();
        await first;
        Assert.Single(_commands);
    }

    [Fact]
    public void Button_UntilThePageAnswersToClicks_IsDisabled()
    {
        _context.Renderer.SetRendererInfo(new RendererInfo("Static", false));

        Assert.True(Render().Find("button[type=submit]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Submit_WhenRefused_GivesTheFocusToWhatIsWrong()
    {
        var form = Render();
        Assert.False(form.Find("button[type=submit]").HasAttribute("disabled"));

        await form.Find("form").SubmitAsync();

        var asked = Assert.Single(_context.JSInterop.Invocations["servicePackage.focusWrong"]);
        Assert.Equal(form.Find("form").Id, asked.Arguments[0]);
        Assert.Equal("polite", form.Find($"#{form.Find("input").GetAttribute("aria-describedby")}").GetAttribute("aria-live"));
    }

    private IRenderedComponent<ValidatedForm<NameInput>> Render() => _context.Render<ValidatedForm<NameInput>>(p => p
        .Add(f => f.Input, _input)
        .Add(f => f.Validator, new NameValidator())
        .Add(f => f.SubmitText, "保存")
        .Add(f => f.Submit, async command =>
        {
            _commands.Add(command);
            await (_hold?.Task ?? Task.CompletedTask);
            return _answer;
        })
        .AddChildContent<TextField>(t => t
            .Add(x => x.Label, "姓名")
            .Add(x => x.Value, _input.Name)
            .Add(x => x.ValueChanged, EventCallback.Factory.Create<string?>(this, v => _input.Name = v ?? ""))
            .Add(x => x.ValueExpression, () => _input.Name)));

    private sealed class NameInput
    {
        public string Name { get; set; } = "";
    }

    private sealed class NameValidator : AbstractValidator<NameInput>
    {
        public NameValidator() => RuleFor(i => i.Name).Text("UserName", 10);
    }
}
