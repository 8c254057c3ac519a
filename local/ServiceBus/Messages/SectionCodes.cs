namespace Alerting.Local.ServiceBus.Messages;

/// <summary>Descriptors of message sections (AMQP 1.0, part 3, section 3.2).</summary>
internal static class SectionCodes
{
    public const ulong Header = 0x70;
    public const ulong DeliveryAnnotations = 0x71;
    public const ulong MessageAnnotations = 0x72;
    public const ulong Properties = 0x73;
    public const ulong ApplicationProperties = 0x74;
    public const ulong Data = 0x75;
    public const ulong Footer = 0x78;

    public static bool IsBody(ulong code) => code is >= Data and <= Footer;

    public static ulong FromName(string name) => name switch
    {
        "amqp:header:list" => Header,
        "amqp:delivery-annotations:map" => DeliveryAnnotations,
        "amqp:message-annotations:map" => MessageAnnotations,
        "amqp:properties:list" => Properties,
        "amqp:application-properties:map" => ApplicationProperties,
        "amqp:data:binary" => Data,
        "amqp:amqp-sequence:list" => 0x76,
        "amqp:amqp-value:*" => 0x77,
        "amqp:footer:map" => Footer,
        _ => throw new FormatException($"'{name}' is not a section"),
    };
}
