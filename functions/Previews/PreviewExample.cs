namespace Alerting.Functions;

/// <summary>What a preview looks like, for the API description.</summary>
internal static class PreviewExample
{
    public const string Text = """
        {
          "id": "20190318-7K3Q9F",
          "madeAt": "2019-03-18T10:45:00+00:00",
          "channels": [
            {
              "channel": "sms",
              "deliveries": 180,
              "positions": [{ "position": "inside", "deliveries": 180 }],
              "withoutAddress": 2,
              "segments": 180,
              "segmentsOfLongest": 1,
              "expected": [
                { "percent": 50, "seconds": 10.5, "minute": 1 },
                { "percent": 95, "seconds": 18.6, "minute": 1 },
                { "percent": 100, "seconds": 19.5, "minute": 1 }
              ],
              "boundBy": "sms senders"
            }
          ],
          "texts": [
            {
              "channel": "sms",
              "position": "inside",
              "language": "nl",
              "deliveries": 180,
              "subject": null,
              "body": "NCTV: dreigingsniveau 5 (kritiek) voor provincie Utrecht tot 18:00. Code ????",
              "segments": 1
            }
          ],
          "cost": [{ "item": "smsSegment", "quantity": 180, "unitPrice": 0.08, "amount": 14.4 }],
          "currency": "EUR",
          "warnings": [{ "rule": "no-address", "message": "2 contacts who would be told by text message have no number." }]
        }
        """;
}
