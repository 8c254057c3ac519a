namespace Alerting.Functions;

/// <summary>How many of a channel are told at one position.</summary>
/// <param name="Position">inside, neighbour or elsewhere.</param>
/// <param name="Deliveries">Addresses.</param>
internal sealed record PreviewPositionDocument(string Position, int Deliveries);
