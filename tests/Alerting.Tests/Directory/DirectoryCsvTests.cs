using System.Text;
using Alerting.Directory;
using Xunit;

namespace Alerting.Tests.Directory;

public sealed class DirectoryCsvTests
{
    private const string Header =
        "body_id,body_name,place,sectors,tier,contact_id,function,language,order,phone,phone_verified_at,email,email_verified_at\n";

    private const string Mayor = "gm0344,Gemeente Utrecht,GM0344,government,1,mayor,Burgemeester,nl,1,097-010000001,2026-03-01,mayor@gm0344.example,\n";
    private const string Deputy = "gm0344,Gemeente Utrecht,GM0344,government,1,deputy,Locoburgemeester,nl,2,097-010000002,,deputy@gm0344.example,\n";
    private const string Station = "st-ut,\"Station Utrecht Centraal, beveiliging\",ST-UT,rail|public-transport,1,desk,Security desk,en,1,,,desk@st-ut.example,\n";

    private static readonly DateTimeOffset Now = new(2026, 3, 18, 12, 0, 0, TimeSpan.Zero);

    private static Task<Result<DirectoryImport>> ReadAsync(byte[] file) =>
        DirectoryCsv.ReadAsync(new MemoryStream(file), Now, null, TestContext.Current.CancellationToken);

    private static Task<Result<DirectoryImport>> ReadAsync(string file) => ReadAsync(Encoding.UTF8.GetBytes(file));

    private static async Task<Problem> OnlyProblemAsync(string file) => Assert.Single((await ReadAsync(file)).Problems);

    [Fact]
    public async Task LinesOfABodyMakeOneBody()
    {
        var import = (await ReadAsync(Header + Mayor + Station + Deputy)).Value;

        Assert.NotNull(import);
        Assert.Equal(["gm0344", "st-ut"], import.Bodies.Select(body => body.Id));
        Assert.Equal(3, import.Contacts);
        Assert.Equal(["mayor", "deputy"], import.Bodies[0].Contacts.Select(contact => contact.Id));
        Assert.Equal("Station Utrecht Centraal, beveiliging", import.Bodies[1].Name);
        Assert.Equal(["rail", "public-transport"], import.Bodies[1].Sectors);
        Assert.Equal("+3197010000001", import.Bodies[0].Contacts[0].Phone?.Value);
    }

    [Fact]
    public async Task AByteOrderMarkAndSemicolonsAndWindowsLinesAreTaken()
    {
        var file = (Header + Mayor + Deputy).Replace(',', ';').Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Equal(2, (await ReadAsync([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(file)])).Value?.Contacts);
    }

    [Fact]
    public async Task ColumnsComeInAnyOrderAndCaseAndBlankLinesAreNothing()
    {
        var columns = Header.Trim().Split(',');
        var cells = Mayor.Trim().Split(',');
        var file = string.Join(';', columns.Reverse()).ToUpperInvariant() + "\n\n" + string.Join(';', cells.Reverse()) + "\n" + new string(';', 12) + "\n";

        var body = Assert.Single((await ReadAsync(file)).Value!.Bodies);
        Assert.Equal("mayor@gm0344.example", body.Contacts[0].Email?.Value);
    }

    [Fact]
    public async Task UnknownMissingAndRepeatedColumnsAreNamed()
    {
        var file = Header.Replace("tier", "level", StringComparison.Ordinal).Replace("email,", "phone,", StringComparison.Ordinal) + Mayor;
        var problems = (await ReadAsync(file)).Problems;

        Assert.Equal(
            ["csv-column-unknown", "csv-column-twice", "csv-column-missing", "csv-column-missing"],
            problems.Select(problem => problem.Rule));
        Assert.Contains("\"level\"", problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("phone", problems[1].Message, StringComparison.Ordinal);
        Assert.Contains("tier", problems[2].Message, StringComparison.Ordinal);
        Assert.Contains("email", problems[3].Message, StringComparison.Ordinal);
        Assert.All(problems, problem => Assert.Equal("line 1", problem.Field));
    }

    [Theory]
    [InlineData("", "csv-empty")]
    [InlineData("\n", "csv-empty")]
    [InlineData(Header, "csv-empty")]
    public async Task AnEmptyFileIsRefused(string file, string rule) => Assert.Equal(rule, (await OnlyProblemAsync(file)).Rule);

    [Theory]
    [InlineData("097-010000001", "+32470123456", "line 3: phone", "phone-country")]
    [InlineData("097-010000001", "020-1234567", "line 3: phone", "phone-no-sms")]
    [InlineData("mayor@gm0344.example", "Mayor <mayor@gm0344.example>", "line 3: email", "email-form")]
    [InlineData("Gemeente Utrecht", "", "line 3: body_name", "required")]
    [InlineData("GM0344", "GM9999", "line 3: place", "place-unknown")]
    [InlineData("government", "government circus", "line 3: sectors", "sector-unknown")]
    [InlineData(",1,mayor", ",one,mayor", "line 3: tier", "tier-range")]
    [InlineData(",nl,", ",dutch,", "line 3: language", "language-unknown")]
    [InlineData(",nl,1,", ",nl,-1,", "line 3: order", "order-range")]
    [InlineData("2026-03-01", "01-03-2026", "line 3: phone_verified_at", "time-form")]
    [InlineData("mayor,", "The Mayor,", "line 3: contact_id", "id-form")]
    [InlineData("gm0344,", "GM 0344,", "line 3: body_id", "id-form")]
    [InlineData("gm0344,", ",", "line 3: body_id", "required")]
    [InlineData("Burgemeester", "Burge\0meester", "line 3: function", "control-characters")]
    [InlineData("Burgemeester", "\"Burge\nmeester\"", "line 3", "csv-quotes")]
    [InlineData("Burgemeester", "Burge\"meester", "line 3", "csv-quotes")]
    [InlineData("Burgemeester", "Burgemeester,extra", "line 3", "csv-cells")]
    public async Task EachProblemIsToldByLineAndColumn(string good, string bad, string field, string rule)
    {
        var mayor = Mayor.Replace(good, bad, StringComparison.Ordinal);
        var problem = (await ReadAsync(Header + Station + mayor)).Problems[0];
        Assert.Equal((field, rule), (problem.Field, problem.Rule));
    }

    [Fact]
    public async Task AnUnclosedQuoteSpoilsItsOwnLineOnly()
    {
        var problem = await OnlyProblemAsync(Header + Mayor.Replace("Gemeente", "\"Gemeente", StringComparison.Ordinal) + Station);
        Assert.Equal(("line 2", "csv-quotes"), (problem.Field, problem.Rule));
    }

    [Fact]
    public async Task LinesOfABodyMustAgree()
    {
        var other = Deputy.Replace("Gemeente Utrecht,GM0344,government,1", "Utrecht,GM0307,rail,2", StringComparison.Ordinal);
        var problems = (await ReadAsync(Header + Mayor + Station + other)).Problems;
        Assert.Equal(["line 4: body_name", "line 4: place", "line 4: sectors", "line 4: tier"], problems.Select(problem => problem.Field));
        Assert.All(problems, problem => Assert.Contains("line 2", problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AContactStandsInTheFileOnce()
    {
        var again = Mayor.Replace("097-010000001", "097-010000003", StringComparison.Ordinal).Replace("mayor@", "other@", StringComparison.Ordinal);
        var problem = await OnlyProblemAsync(Header + Mayor + Deputy + again);
        Assert.Equal(("line 4: contact_id", "contact-twice"), (problem.Field, problem.Rule));
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("utf-16")]
    public async Task OtherEncodingsAreRefused(string name)
    {
        var text = Header + Mayor.Replace("Gemeente Utrecht", "Súdwest-Fryslân", StringComparison.Ordinal);
        byte[] file = name == "utf-16" ? [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)] : Encoding.Latin1.GetBytes(text);
        Assert.Equal("csv-encoding", Assert.Single((await ReadAsync(file)).Problems).Rule);
    }

    [Fact]
    public async Task WhatIsNotCsvAtAllIsRefused()
    {
        var file = Header + new string('x', 200_000);
        Assert.Equal("csv-line-too-long", (await OnlyProblemAsync(file)).Rule);
    }

    [Fact]
    public async Task FiftyThousandLinesAreRefusedWithTheLimit()
    {
        var problem = await OnlyProblemAsync(Lines(50_000));
        Assert.Equal("csv-too-many-lines", problem.Rule);
        Assert.Contains("20000", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoreThanTenMegabytesAreRefusedWithTheLimit()
    {
        var problem = await OnlyProblemAsync(Header + new string('\n', DirectoryCsv.MaxBytes));
        Assert.Equal("csv-too-large", problem.Rule);
        Assert.Contains("10 MB", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileOfTheGreatestSizeIsTaken()
    {
        var file = Header + Mayor;
        Assert.NotNull((await ReadAsync(file + new string('\n', DirectoryCsv.MaxBytes - file.Length))).Value);
    }

    [Fact]
    public async Task TwentyThousandLinesAreTaken() => Assert.Equal(20_000, (await ReadAsync(Lines(20_000))).Value?.Contacts);

    [Fact]
    public async Task AHundredProblemsAreToldAndTheRestCounted()
    {
        var problems = (await ReadAsync(Lines(300).Replace("097", "020", StringComparison.Ordinal))).Problems;
        Assert.Equal(101, problems.Count);
        Assert.Equal(("line 2: phone", "line 101: phone"), (problems[0].Field, problems[99].Field));
        Assert.Contains("200 more", problems[100].Message, StringComparison.Ordinal);
    }

    private static string Lines(int count)
    {
        var file = new StringBuilder(Header);
        for (var i = 0; i < count; i++)
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"b{i / 4},Body {i / 4},GM0344,rail,1,c{i},Function,nl,1,0970{10_000_000 + i},,c{i}@b.example,\n");
        return file.ToString();
    }
}
