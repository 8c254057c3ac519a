namespace Alerting.Directory;

/// <summary>A phone number in E.164 form or an email address. Its text form is masked, so that no log shows it whole.</summary>
/// <param name="Value">The address itself: for sending and storing, never for logging.</param>
public readonly record struct Address(string Value)
{
    /// <summary>Enough to recognise an address by, not enough to use it: <c>+3197*****01</c>, <c>b***@ede.example</c>.</summary>
    public override string ToString()
    {
        var at = Value.IndexOf('@', StringComparison.Ordinal);
        if (at > 0)
            return $"{Value[0]}***{Value[at..]}";
        return Value.Length > 7 ? $"{Value[..5]}{new string('*', Value.Length - 7)}{Value[^2..]}" : "***";
    }
}
