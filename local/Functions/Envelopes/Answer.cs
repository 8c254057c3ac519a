using System.Runtime.Serialization;

namespace Alerting.Local.Functions.Envelopes;

/// <summary>The envelope of an answer. Its XML form, which the host also reads, carries the host's name for it.</summary>
[DataContract(Name = "HttpScriptInvocationResult", Namespace = "http://schemas.datacontract.org/2004/07/Microsoft.Azure.WebJobs.Script.Workers.Http")]
internal sealed class Answer
{
    [DataMember]
    public Dictionary<string, object?>? Outputs { get; set; }

    [DataMember]
    public List<string?>? Logs { get; set; }

    [DataMember]
    public object? ReturnValue { get; set; }
}
