using System.Text;

namespace Alerting.Functions.Tests.Input;

public sealed class StrictJsonTests
{
    private sealed record Shelf(string? Name, int? Width, IReadOnlyList<Book?>? Books);

    private sealed record Book(string? Title, int? Year);

    [Fact]
    public void AnInputThatFitsIsRead()
    {
        var result = Read("""{ "name": "A", "width": 3, "books": [ { "title": "One", "year": 1984 }, { "title": "Two" } ] }""");

        Assert.Equal(("A", 3), (result.Value!.Name, result.Value.Width));
        Assert.Equal([new Book("One", 1984), new Book("Two", null)], result.Value.Books!);
    }

    [Theory]
    [InlineData("""{ "nmae": "A" }""", "nmae")]
    [InlineData("""{ "Name": "A" }""", "Name")]
    [InlineData("""{ "books": [ {}, { "titel": "x" } ] }""", "books[1].titel")]
    public void AnUnknownFieldIsRefusedByItsPath(string json, string field) => AssertRefused(json, "unknown-field", field);

    [Theory]
    [InlineData("""{ "name": 5 }""", "name", "a text")]
    [InlineData("""{ "width": "5" }""", "width", "a whole number")]
    [InlineData("""{ "width": 5.5 }""", "width", "a whole number")]
    [InlineData("""{ "width": 99999999999 }""", "width", "a whole number")]
    [InlineData("""{ "width": true }""", "width", "a whole number")]
    [InlineData("""{ "books": {} }""", "books", "a list")]
    [InlineData("""{ "books": [ "One" ] }""", "books[0]", "an object")]
    [InlineData("""{ "books": [ { "title": [] } ] }""", "books[0].title", "a text")]
    public void AWrongTypeIsRefusedByItsPath(string json, string field, string wanted) =>
        Assert.Contains(wanted, AssertRefused(json, "wrong-type", field).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "name": "A", "name": "B" }""", "name")]
    [InlineData("""{ "books": [ { "year": 1, "year": 1 } ] }""", "books[0].year")]
    public void AFieldGivenTwiceIsRefused(string json, string field) => AssertRefused(json, "field-twice", field);

    [Theory]
    [InlineData("{ \"name\": \"A\",\n  \"width\": }", "line 2, byte 12")]
    [InlineData("{ name: 1 }", "line 1, byte 3")]
    [InlineData("{ \"width\": 1, }", "line 1, byte 15")]
    [InlineData("{} {}", "line 1, byte 4")]
    [InlineData("{ \"width\": 1", "line 1, byte 13")]
    [InlineData("// no\n{}", "line 1, byte 1")]
    public void MalformedJsonIsRefusedByItsPosition(string json, string position) =>
        Assert.Contains(position, AssertRefused(json, "malformed-json", "").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[]")]
    [InlineData("\"name\"")]
    [InlineData("null")]
    public void WhatIsNoObjectIsRefused(string json) => AssertRefused(json, "wrong-type", "");

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    public void AnEmptyBodyIsRefused(string json) => AssertRefused(json, "empty-body", "");

    [Fact]
    public void DeepNestingIsRefusedAsMalformed() =>
        AssertRefused($$"""{ "books": {{new string('[', 100)}}{{new string(']', 100)}} }""", "malformed-json", "");

    [Fact]
    public void BytesThatAreNotUtf8AreRefused() =>
        Assert.Equal("malformed-json", Assert.Single(StrictJson.Read<Shelf>((byte[])[0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D]).Problems).Rule);

    [Theory]
    [InlineData("""{ "\ud800": "A" }""", "unknown-field")]
    [InlineData("""{ "name": "\ud800" }""", "wrong-type")]
    public void HalfASurrogatePairIsRefused(string json, string rule) => Assert.Equal(rule, Assert.Single(Read(json).Problems).Rule);

    [Fact]
    public void EverythingThatIsWrongIsSaidAtOnce() =>
        Assert.Equal(["name", "colour", "books[0].year"], Read("""{ "name": 1, "colour": 1, "books": [ { "year": "x" } ] }""").Problems.Select(problem => problem.Field));

    private static Result<Shelf> Read(string json) => StrictJson.Read<Shelf>(Encoding.UTF8.GetBytes(json));

    private static Problem AssertRefused(string json, string rule, string field)
    {
        var problem = Assert.Single(Read(json).Problems);
        Assert.Equal((rule, field), (problem.Rule, problem.Field));
        return problem;
    }
}
