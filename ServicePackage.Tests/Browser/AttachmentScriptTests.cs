using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>
/// The browser's part of choosing files, against the real endpoint under the real policy. A stand-in takes the place of the
/// component: it wants every file and writes what it is told into the page.
/// </summary>
public sealed class AttachmentScriptTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    private const string Stage = """
        async () => {
          const root = document.createElement('div');
          root.id = 'stage';
          root.innerHTML = '<input type="file" multiple><output></output>';
          document.getElementById('main').append(root);
          const said = root.querySelector('output');
          const percents = {};
          const page = {
            async invokeMethodAsync(method, ...args) {
              if (method === 'Advance') { percents[args[0]] = args[1]; return; }
              if (method === 'ChooseAsync') { said.append(`${args[0].map(f => `${f.key} ${f.name} ${f.length}`).join(', ')};`); return args[0].map(f => f.key); }
              said.append(`${method} ${args[0]} ${method === 'FailAsync' ? args[1] : percents[args[0]]};`);
            },
          };
          window.picker = await import('/Features/Attachments/AttachmentPicker.razor.js');
          window.picker.attach(root, page, { upload: '/attachments', token: '/attachments/token' });
        }
        """;

    [Fact]
    public async Task Files_WhenChosen_ArriveOneAfterTheOtherWithTheirProgress()
    {
        var officer = Town.Officer(Town.Unit());
        var page = await StageAsync(officer);

        await page.Locator("#stage input").SetInputFilesAsync([File("说明.pdf", SampleFiles.Pdf(3_000_000)), File("照片.png", SampleFiles.Png())]);

        await SaysAsync(page, $"1 说明.pdf 3000000, 2 照片.png {SampleFiles.Png().Length};StoreAsync 1 100;StoreAsync 2 100;");
        Assert.Equal([3_000_000, SampleFiles.Png().Length], await LengthsOfAsync(officer));
    }

    [Fact]
    public async Task Files_WhenOneIsRefused_SayWhyAndGoOnWithTheNext()
    {
        var officer = Town.Officer(Town.Unit());
        Allow("422");
        var page = await StageAsync(officer);

        await page.Locator("#stage input").SetInputFilesAsync([File("程序.pdf", [.. "MZ"u8, 0, 0]), File("照片.png", SampleFiles.Png())]);

        await SaysAsync(page, $"1 程序.pdf 4, 2 照片.png {SampleFiles.Png().Length};FailAsync 1 “程序.pdf”无法接收。请上传PDF、JPG、PNG、DOCX或XLSX文件。;StoreAsync 2 100;");
    }

    [Fact]
    public async Task Files_WhenDropped_ArriveLikeChosenOnes()
    {
        var officer = Town.Officer(Town.Unit());
        var page = await StageAsync(officer);

        await page.EvaluateAsync("""
            base64 => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], '照片.png', { type: 'image/png' }));
              document.getElementById('stage').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
            }
            """, Convert.ToBase64String(SampleFiles.Png()));

        await SaysAsync(page, $"1 照片.png {SampleFiles.Png().Length};StoreAsync 1 100;");
    }

    [Fact]
    public async Task Files_WhenTheSessionHasEnded_DoNotArriveAndSaySo()
    {
        var officer = await Web.BeginSessionAsync(Town.Officer(Town.Unit()));
        Allow("401");
        var page = await StageAsync(officer);
        Town.SignOut(officer);

        await page.Locator("#stage input").SetInputFilesAsync(File("照片.png", SampleFiles.Png()));

        await SaysAsync(page, $"1 照片.png {SampleFiles.Png().Length};FailAsync 1 null;");
        Assert.Empty(await LengthsOfAsync(officer));
    }

    [Fact]
    public async Task Files_WhenStopped_SayNothingMoreAndLeaveNothing()
    {
        var officer = Town.Officer(Town.Unit());
        var page = await StageAsync(officer);
        await page.RouteAsync("**/attachments/token", async route =>
        {
            await page.EvaluateAsync("window.picker.stop(document.getElementById('stage'), 1)");
            await route.ContinueAsync();
        }, new PageRouteOptions { Times = 1 });

        await page.Locator("#stage input").SetInputFilesAsync(File("说明.pdf", SampleFiles.Pdf()));
        await page.Locator("#stage input").SetInputFilesAsync(File("照片.png", SampleFiles.Png()));

        await SaysAsync(page, $"1 说明.pdf {SampleFiles.Pdf().Length};2 照片.png {SampleFiles.Png().Length};StoreAsync 2 100;");
        Assert.Equal([SampleFiles.Png().Length], await LengthsOfAsync(officer));
    }

    private static FilePayload File(string name, byte[] content) => new() { Name = name, MimeType = "application/octet-stream", Buffer = content };

    private static Task SaysAsync(IPage page, string text) => Expect(page.Locator("#stage output")).ToHaveTextAsync(text);

    private async Task<IPage> StageAsync(Caller person)
    {
        var page = await OpenAsync("/", person);
        await page.EvaluateAsync(Stage);
        return page;
    }

    private async Task<List<long>> LengthsOfAsync(Caller person)
    {
        await using var db = Town.Look();
        return await db.Attachments.Where(a => a.UploadedById == person.AccountId).OrderBy(a => a.Id).Select(a => a.Length).ToListAsync(Cancellation);
    }
}
