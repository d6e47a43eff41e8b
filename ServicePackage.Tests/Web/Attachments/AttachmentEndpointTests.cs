using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Web.Attachments;

/// <summary>Uploads and downloads over HTTP, as a browser makes them.</summary>
public sealed class AttachmentEndpointTests(WebTown web) : IClassFixture<WebTown>
{
    private const int Megabyte = 1024 * 1024;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Download_WhenUploaded_IsTheSameFileSentToBeKept()
    {
        using var officer = await SignInAsync(Officer());
        var content = SampleFiles.Pdf(3 * Megabyte);

        using var stored = await UploadAsync(officer, "关于道路积水的\"说明\".pdf", content);
        var answer = await JsonAsync(stored);
        using var download = await officer.GetAsync($"attachments/{answer.GetProperty("id").GetGuid()}", Cancellation);

        Assert.Equal("关于道路积水的_说明_.pdf", answer.GetProperty("name").GetString());
        Assert.Equal(content, await download.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal("application/pdf", download.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("关于道路积水的_说明_.pdf", download.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Contains("filename*=UTF-8''%E5%85%B3", download.Content.Headers.GetValues("Content-Disposition").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", download.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(download.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Download_WhenSomebodyElses_IsNotFound()
    {
        using var officer = await SignInAsync(Officer());
        using var stored = await UploadAsync(officer, "说明.pdf", SampleFiles.Pdf());
        var id = (await JsonAsync(stored)).GetProperty("id").GetGuid();
        using var other = await SignInAsync(Officer());

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(other, $"attachments/{id}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(other, $"attachments/{Guid.NewGuid()}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(other, "attachments/-1"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(other, "attachments/..%2f..%2fappsettings.json"));
    }

    [Fact]
    public async Task Download_WhenSignedOut_LeadsToSigningIn()
    {
        using var nobody = web.Client();
        using var answer = await nobody.GetAsync($"attachments/{Guid.NewGuid()}", Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/account/sign-in", answer.Headers.Location?.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_WhenSignedOut_IsRefused()
    {
        using var nobody = web.Client();
        using var answer = await PostAsync(nobody, "说明.pdf", SampleFiles.Pdf(), "none", web.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Upload_WhenSessionHasEnded_IsRefused()
    {
        var caller = await web.BeginSessionAsync(Officer());
        using var officer = await SignInAsync(caller);
        var token = await TokenAsync(officer);
        web.Town.SignOut(caller);

        using var answer = await PostAsync(officer, "说明.pdf", SampleFiles.Pdf(), token, web.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        await NothingIsLeftOfAsync(caller);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task Upload_WhenFromAnotherSite_IsRefused(string? origin)
    {
        var caller = await web.BeginSessionAsync(Officer());
        using var officer = await SignInAsync(caller);

        using var answer = await PostAsync(officer, "说明.pdf", SampleFiles.Pdf(), await TokenAsync(officer), origin);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        await NothingIsLeftOfAsync(caller);
    }

    [Theory]
    [InlineData("made up")]
    [InlineData(null)]
    public async Task Upload_WhenWithoutItsToken_IsRefused(string? token)
    {
        var caller = await web.BeginSessionAsync(Officer());
        using var officer = await SignInAsync(caller);
        await TokenAsync(officer); // its cookie is there, as after any visit

        using var answer = await PostAsync(officer, "说明.pdf", SampleFiles.Pdf(), token, web.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        await NothingIsLeftOfAsync(caller);
    }

    [Fact]
    public async Task Upload_WhenTheContentIsNotWhatTheNameSays_SaysWhatIsTaken()
    {
        using var officer = await SignInAsync(Officer());

        using var answer = await UploadAsync(officer, "程序.pdf", [.. "MZ"u8, 0, 0, 0, 0]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.StartsWith("“程序.pdf”无法接收。", (await JsonAsync(answer)).GetProperty("sentence").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_WhenTheReaderReadsEnglish_IsRefusedInEnglish()
    {
        using var officer = await SignInAsync(Officer());
        officer.DefaultRequestHeaders.Add("Cookie", "ServicePackage.Language=c%3Den%7Cuic%3Den");

        using var answer = await UploadAsync(officer, "empty.pdf", []);

        Assert.Equal("“empty.pdf” is empty. Please choose another file.", (await JsonAsync(answer)).GetProperty("sentence").GetString());
    }

    [Theory]
    [InlineData((20 * Megabyte) + 1)]
    [InlineData((25 * Megabyte) + 1)]
    public async Task Upload_WhenTooLarge_SaysSo(int length)
    {
        var caller = await web.BeginSessionAsync(Officer());
        using var officer = await SignInAsync(caller);

        using var answer = await UploadAsync(officer, "大.pdf", SampleFiles.Pdf(length));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("“大.pdf”超过20 MB，请压缩或拆分后再上传。", (await JsonAsync(answer)).GetProperty("sentence").GetString());
        await NothingIsLeftOfAsync(caller);
    }

    [Fact]
    public async Task Upload_WhenTheTwentyFirstInAMinute_IsRefused()
    {
        using var officer = await SignInAsync(Officer());
        for (var i = 0; i < 20; i++)
        {
            using var stored = await UploadAsync(officer, "截图.png", SampleFiles.Png());
            Assert.Equal(HttpStatusCode.OK, stored.StatusCode);
        }

        using var refused = await UploadAsync(officer, "截图.png", SampleFiles.Png());

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, Cancellation);
        return answer.StatusCode;
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement;

    private static Task<string> TokenAsync(HttpClient client) => client.GetStringAsync("attachments/token", Cancellation);

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string name, byte[] content, string? token, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"attachments?name={Uri.EscapeDataString(name)}");
        request.Content = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        request.Headers.Add("X-Requested-With", "XMLHttpRequest");
        request.Headers.ExpectContinue = true; // a refusal is read before the body is sent
        if (token is not null)
        {
            request.Headers.Add("RequestVerificationToken", token);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await client.SendAsync(request, Cancellation);
    }

    private Caller Officer() => web.Town.Officer(web.Town.Unit());

    private async Task<HttpClient> SignInAsync(Caller person)
    {
        var cookie = web.CookieOf(person.SessionId is null ? await web.BeginSessionAsync(person) : person);
        var client = web.Client();
        client.DefaultRequestHeaders.Add("Cookie", $"{cookie.Name}={cookie.Value}");
        return client;
    }

    private async Task<HttpResponseMessage> UploadAsync(HttpClient client, string name, byte[] content) =>
        await PostAsync(client, name, content, await TokenAsync(client), web.Address.GetLeftPart(UriPartial.Authority));

    private async Task NothingIsLeftOfAsync(Caller person)
    {
        await using var db = web.Town.Look();
        Assert.False(await db.Attachments.AnyAsync(a => a.UploadedById == person.AccountId, Cancellation));
    }
}
