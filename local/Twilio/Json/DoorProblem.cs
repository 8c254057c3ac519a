namespace Alerting.Local.Twilio.Json;

/// <summary>Why a door stayed shut.</summary>
internal sealed record DoorProblem(string Error);
