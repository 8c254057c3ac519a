namespace Alerting.Forecasts;

/// <summary>What is paid for by the piece.</summary>
public enum CostItem
{
    /// <summary>A segment of a text message.</summary>
    SmsSegment,

    /// <summary>An email.</summary>
    Email,

    /// <summary>A call.</summary>
    Call,

    /// <summary>Memory of an active instance of the function app, GB times seconds.</summary>
    FunctionGbSecond,

    /// <summary>A run of a function.</summary>
    FunctionExecution,

    /// <summary>A message sent to or received from the broker.</summary>
    BusOperation,

    /// <summary>A transaction on tables.</summary>
    TableTransaction,

    /// <summary>A unit of the SignalR service for a day.</summary>
    SignalRUnitDay,
}
