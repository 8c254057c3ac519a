using Alerting.Directory;
using Xunit;

namespace Alerting.Tests.Directory;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("mayor@gm0344.example", "mayor@gm0344.example")]
    [InlineData(" mayor@gm0344.example ", "mayor@gm0344.example")]
    [InlineData("Crisis.Centrum+dtn@Stad-Utrecht.NL", "Crisis.Centrum+dtn@stad-utrecht.nl")]
    [InlineData("a@b.c.d.example", "a@b.c.d.example")]
    public void APlainAddressIsTakenWithItsDomainInLowerCase(string text, string expected)
    {
        Assert.True(EmailAddresses.TryParse(text, out var address, out _));
        Assert.Equal(expected, address.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mayor")]
    [InlineData("mayor@")]
    [InlineData("@gm0344.example")]
    [InlineData("mayor@localhost")]
    [InlineData("mayor@@gm0344.example")]
    [InlineData("mayor@a@gm0344.example")]
    [InlineData("mayor@gm0344.example.")]
    [InlineData("mayor@.example")]
    [InlineData("mayor@-a.example")]
    [InlineData("mayor@a-.example")]
    [InlineData("mayor@a_b.example")]
    [InlineData("mayor@127.0.0.1")]
    [InlineData("mayor@[127.0.0.1]")]
    [InlineData(".mayor@gm0344.example")]
    [InlineData("ma..yor@gm0344.example")]
    [InlineData("\"the mayor\"@gm0344.example")]
    [InlineData("The Mayor <mayor@gm0344.example>")]
    [InlineData("mayor@gm0344.example, deputy@gm0344.example")]
    [InlineData("ma yor@gm0344.example")]
    [InlineData("mayor@gm0344.example\r\nBcc: all@gm0344.example")]
    [InlineData("mayor@gm0344.example\n")]
    [InlineData("may\0or@gm0344.example")]
    [InlineData("burgemeester@zaanstad\u202E.example")]
    [InlineData("bürgermeister@gm0344.example")]
    public void WhatIsNotAPlainAddressIsRefused(string? text)
    {
        Assert.False(EmailAddresses.TryParse(text, out var address, out var problem));
        Assert.Equal("email-form", problem.Rule);
        Assert.Null(address.Value);
    }

    [Theory]
    [InlineData(64, 254, true)]
    [InlineData(64, 255, false)]
    [InlineData(65, 120, false)]
    public void AddressesEndWhereMailServersEnd(int local, int total, bool taken)
    {
        var labels = Enumerable.Range(0, total - local - ".nl".Length - 1).Select(i => i % 9 == 8 ? '.' : 'a');
        var text = $"{new string('a', local)}@{string.Concat(labels)}.nl";

        Assert.Equal(total, text.Length);
        Assert.Equal(taken, EmailAddresses.TryParse(text, out _, out _));
    }
}
