using System.Net;
using System.Text;

namespace Alerting.Functions.Tests.Bodies;

public sealed class ImportTests : IAsyncDisposable
{
    private const string Header = "body_id,body_name,place,sectors,tier,contact_id,function,language,order,phone,phone_verified_at,email,email_verified_at";
    private const string Line = "gm0344,Gemeente Utrecht,GM0344,,1,mayor,Burgemeester,nl,1,06-12345678,,burgemeester@utrecht.example,";

    private const string Duty = "gm0344,Gemeente Utrecht,GM0344,,1,duty,Piket,en,2,06-87654321,,,";

    private readonly AlertingApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AFileIsTakenWhole()
    {
        var report = await (await ImportAsync($"{Header}\n{Line}\n{Duty}\n")).JsonAsync();

        Assert.Equal((1, 2), (report.GetProperty("bodies").GetInt32(), report.GetProperty("contacts").GetInt32()));
        Assert.Equal(2, Assert.Single((await app.Directory.ReadAsync(Token)).Bodies).Contacts.Count);
    }

    [Fact]
    public async Task AByteOrderMarkAndSemicolonsAreTaken()
    {
        var file = $"\uFEFF{Header}\r\n{Line}\r\n".Replace(',', ';');

        Assert.Equal(1, (await (await ImportAsync(file)).JsonAsync()).GetProperty("bodies").GetInt32());
    }

    [Fact]
    public async Task AWrongLineIsNamedAndNothingIsStored()
    {
        var response = await ImportAsync($"{Header}\n{Line}\n{Line.Replace("gm0344", "gm0345", StringComparison.Ordinal).Replace("06-12345678", "+49 1512 3456789", StringComparison.Ordinal)}\n");

        await RefusedAsync(response, HttpStatusCode.UnprocessableEntity, "phone-country", "line 3: phone");
    }

    [Fact]
    public async Task ABodyThatIsThereTwiceIsRefused()
    {
        var response = await ImportAsync($"{Header}\n{Line}\n{Duty.Replace("Gemeente Utrecht", "Stad Utrecht", StringComparison.Ordinal)}\n");

        Assert.Contains("line 3: body_name", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Empty((await app.Directory.ReadAsync(Token)).Bodies);
    }

    [Fact]
    public async Task FiftyThousandLinesAreRefused()
    {
        var file = new StringBuilder(Header).Append('\n');
        for (var i = 0; i < 50_000; i++)
            file.Append(Line).Append('\n');

        await RefusedAsync(await ImportAsync(file.ToString()), HttpStatusCode.UnprocessableEntity, "csv-too-many-lines", "");
    }

    [Fact]
    public async Task MoreThanTenMegabytesAreRefused() =>
        await RefusedAsync(await ImportAsync(Header + string.Concat(Enumerable.Repeat($"\n{Line}{new string('x', 900)}", 11_000))), HttpStatusCode.RequestEntityTooLarge, "csv-too-large", "");

    [Fact]
    public async Task AnEmptyFileIsRefused() => await RefusedAsync(await ImportAsync(""), HttpStatusCode.UnprocessableEntity, "csv-empty", "");

    [Fact]
    public async Task AnotherContentTypeIsRefused()
    {
        var response = await app.CreateClient(Roles.DirectoryAdmin).PostJsonAsync("/api/bodies/import", $"{Header}\n{Line}\n");

        await RefusedAsync(response, HttpStatusCode.UnsupportedMediaType, "content-type", "");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task<HttpResponseMessage> ImportAsync(string csv) => app.CreateClient(Roles.DirectoryAdmin).PostCsvAsync("/api/bodies/import", csv);

    private async Task RefusedAsync(HttpResponseMessage response, HttpStatusCode status, string rule, string field)
    {
        await response.RefusedAsync(status, rule, field);
        Assert.Empty((await app.Directory.ReadAsync(Token)).Bodies);
    }
}
