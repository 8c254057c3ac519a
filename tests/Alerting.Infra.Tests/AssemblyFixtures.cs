using Alerting.Infra.Tests;

// Compiled once for all tests.
[assembly: AssemblyFixture(typeof(Compiled))]
