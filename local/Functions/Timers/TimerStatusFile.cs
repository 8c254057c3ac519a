using System.Text.Json;

namespace Alerting.Local.Functions.Timers;

/// <summary>
/// Keeps a timer's status over runs, as the host does in its storage account; without a folder it is only remembered.
/// </summary>
internal sealed class TimerStatusFile(string? folder, string function)
{
    private ScheduleStatus? remembered;

    public ScheduleStatus? Read()
    {
        if (File is not { } file || !System.IO.File.Exists(file))
            return remembered;
        try
        {
            return JsonSerializer.Deserialize<ScheduleStatus>(System.IO.File.ReadAllText(file));
        }
        catch (JsonException)
        {
            // Cut off by a kill: the timer starts anew, as with no status.
            return null;
        }
    }

    public void Write(ScheduleStatus status)
    {
        remembered = status;
        if (File is not { } file)
            return;
        Directory.CreateDirectory(folder!);
        System.IO.File.WriteAllText(file + ".new", JsonSerializer.Serialize(status));
        System.IO.File.Move(file + ".new", file, overwrite: true);
    }

    private string? File => folder is null ? null : Path.Combine(folder, function + ".timer.json");
}
