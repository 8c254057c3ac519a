using Alerting.Adapters.Tests.Contracts;
using Alerting.DeadLetters;
using Alerting.Testing;

namespace Alerting.Adapters.Tests.InMemory;

public sealed class InMemoryLetterBookTests : LetterBookContract
{
    protected override Task<ILetterBook> CreateAsync() => Task.FromResult<ILetterBook>(new InMemoryLetterBook());
}
