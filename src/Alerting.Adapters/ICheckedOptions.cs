namespace Alerting.Adapters;

/// <summary>Options that can say what is wrong with them.</summary>
public interface ICheckedOptions
{
    /// <summary>One sentence per wrong key, beginning with the key's name within its section; none when all is well. Holds no value that could be a secret.</summary>
    IEnumerable<string> Problems();
}
