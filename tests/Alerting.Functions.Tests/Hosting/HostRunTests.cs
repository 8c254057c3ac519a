using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alerting.Functions.Tests.Hosting;

public sealed class HostRunTests
{
    [Fact]
    public async Task AFailureInTheBackgroundIsNoSuccessToTheHost() => Assert.Equal(1, await RunAsync<Fails>());

    [Fact]
    public async Task AStopIsASuccess() => Assert.Equal(0, await RunAsync<Stops>());

    private static async Task<int> RunAsync<T>()
        where T : class, IHostedService
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHostedService<T>();
        await using var app = builder.Build();
        return await app.RunForHostAsync();
    }

    private abstract class AfterStart(IHostApplicationLifetime lifetime) : BackgroundService
    {
        protected IHostApplicationLifetime Lifetime => lifetime;

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
            await started.Task;
            Act();
        }

        protected abstract void Act();
    }

    private sealed class Fails(IHostApplicationLifetime lifetime) : AfterStart(lifetime)
    {
        protected override void Act() => throw new InvalidOperationException("The background failed.");
    }

    private sealed class Stops(IHostApplicationLifetime lifetime) : AfterStart(lifetime)
    {
        protected override void Act() => Lifetime.StopApplication();
    }
}
