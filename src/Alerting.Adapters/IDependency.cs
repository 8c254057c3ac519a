namespace Alerting.Adapters;

/// <summary>An outside system, as far as the question goes whether it answers.</summary>
public interface IDependency
{
    /// <summary>What people call it, lower case, such as <c>tables</c>.</summary>
    string Name { get; }

    /// <summary>Asks it something cheap that changes nothing, by the credential that we work with. Returns when it answered.</summary>
    /// <exception cref="Exception">Whatever the system's client throws when it did not.</exception>
    Task CheckAsync(CancellationToken cancellationToken);

    /// <summary>What a failure of <see cref="CheckAsync"/> says of our credential; null when it says nothing of it.</summary>
    CredentialFault? FaultOf(Exception failure) => null;
}
