namespace Alerting.Functions;

/// <summary>Tells the API description that a function takes CSV.</summary>
internal sealed record CsvInput;
