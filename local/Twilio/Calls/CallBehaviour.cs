namespace Alerting.Local.Twilio.Calls;

/// <summary>How the called person behaves: the last state of the call, and the digit that is pressed at a question.</summary>
internal sealed record CallBehaviour(string LastStatus, char? Digit = null)
{
    public static readonly CallBehaviour Answers = new("completed");
    public static readonly CallBehaviour Busy = new("busy");
    public static readonly CallBehaviour NoAnswer = new("no-answer");
    public static readonly CallBehaviour Failed = new("failed");

    public static CallBehaviour Presses(char digit) => new("completed", digit);

    public bool PicksUp => LastStatus == "completed";
}
