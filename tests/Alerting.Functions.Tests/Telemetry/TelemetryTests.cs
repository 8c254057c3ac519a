using System.Diagnostics;
using System.Net;
using System.Text;
using Alerting.Bus;
using Alerting.Delivery.Channels;
using Alerting.Directory;
using Alerting.Telemetry;
using Alerting.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Alerting.Functions.Tests.Telemetry;

public sealed class TelemetryTests : IAsyncDisposable
{
    private static readonly string[] TagsOfMeasurements = [TagNames.Channel, TagNames.Status, TagNames.Entity, TagNames.Finding, TagNames.Provider, TagNames.Path];
    private readonly AlertingApp app = new();
    private readonly Watched watched = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OneTraceGoesFromTheApprovalToEveryDelivery()
    {
        await app.Directory.PutAsync([Some.Body(), Some.Body() with { Place = "GM0310", Tier = 2 }], Token);
        await ApproveAsync();
        await RunAllAsync();

        var spans = watched.Spans;
        Assert.Equal(2, Sends(spans, "sms"));
        Assert.Equal(2, Sends(spans, "email"));
        Assert.Superset(
            new HashSet<string> { "process declarations/Subscriptions/push-to-boards", "process declarations/Subscriptions/plan-alert", "plan alert", "process sms", "process email", "deliver batch" },
            spans.Select(span => span.OperationName).ToHashSet());
        var known = watched.Begun.Append(watched.RootSpan).ToHashSet();
        Assert.All(spans, span => Assert.Contains(span.ParentSpanId, known));
    }

    [Fact]
    public async Task ADeliveryIsBelowItsBatchAndTheBatchBelowThePlan()
    {
        await app.Directory.PutAsync([Some.Body()], Token);
        await ApproveAsync();
        await RunAllAsync();

        var spans = watched.Spans.ToDictionary(span => span.SpanId);
        var send = spans.Values.First(span => span.OperationName == "send");
        string[] way = ["send", "deliver batch", $"process {send.GetTagItem(TagNames.Channel)}", "plan alert", "process declarations/Subscriptions/plan-alert"];
        var names = new List<string>();
        for (var span = send; span is not null && names.Count < way.Length; span = spans.GetValueOrDefault(span.ParentSpanId))
            names.Add(span.OperationName);
        Assert.Equal(way, names);
    }

    [Fact]
    public async Task NoSpanAndNoMeasurementNamesAPersonsAddress()
    {
        var body = Some.Body();
        await app.Directory.PutAsync([body], Token);
        app.Sms.Answer = _ => new(SendKind.Rejected, Code: "21211");
        await ApproveAsync();
        await RunAllAsync();

        var said = watched.Spans.SelectMany(span => span.TagObjects).Select(tag => $"{tag.Value}")
            .Concat(watched.Spans.Select(span => span.StatusDescription ?? ""))
            .Concat(watched.Measurements.SelectMany(measurement => measurement.Tags.Values))
            .ToList();
        Assert.Contains("21211", said);
        Assert.DoesNotContain(said, text => Addresses().Any(address => text.Contains(address, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task EveryMetricIsMeasuredUnderItsNameAndNoOther()
    {
        await app.Directory.PutAsync([Some.Body()], Token);
        await ApproveAsync();
        await RunAllAsync();
        await RunTimersAsync();

        Assert.Equal(MetricNames.All.Order(), watched.Instrumented.Order());
        Assert.Superset(
            new HashSet<string> { MetricNames.DeliveriesSent, MetricNames.DeliveryDuration, MetricNames.PushDuration, MetricNames.OutboxPending, MetricNames.AuditRuns, MetricNames.AuditRedriven, MetricNames.AlertsLate, MetricNames.DeadLetters, MetricNames.ReadinessFindings, MetricNames.PathState },
            watched.Measurements.Select(measurement => measurement.Name).ToHashSet());
        Assert.All(watched.Measurements, measurement => Assert.Subset(TagsOfMeasurements.ToHashSet(), measurement.Tags.Keys.ToHashSet()));
    }

    [Fact]
    public async Task EveryEndOfADeliveryIsCountedOnceByChannelAndStatus()
    {
        await app.Directory.PutAsync([Some.Body()], Token);
        app.Sms.Answer = _ => new(SendKind.Rejected, Code: "21211");
        await ApproveAsync();
        await RunAllAsync();
        await RunAllAsync();

        Assert.Equal((1, 1, 0), (watched.Sum(MetricNames.DeliveriesSent), watched.Sum(MetricNames.DeliveriesFailed), watched.Sum(MetricNames.DeliveriesSuperseded)));
        Assert.Equal(["email"], TagsOf(MetricNames.DeliveriesSent, TagNames.Channel));
        Assert.Equal(["sms"], TagsOf(MetricNames.DeliveriesFailed, TagNames.Channel));
        Assert.Equal(["actual"], TagsOf(MetricNames.DeliveriesSent, TagNames.Status));
    }

    [Fact]
    public async Task AMailThatGoesOutAgainWithoutAnybodyToAskIsCountedAsRepeated()
    {
        await app.Directory.PutAsync([Some.Body()], Token);
        app.Email.Answer = _ => new(SendKind.Unknown, Code: "smtp-timeout");
        await ApproveAsync();
        await RunAllAsync();
        Assert.Equal(0, watched.Sum(MetricNames.DeliveriesRepeated));

        app.Email.Answer = _ => null;
        await DeliverAsync();
        await DeliverAsync();

        Assert.Equal((1, 2), (watched.Sum(MetricNames.DeliveriesRepeated), app.Email.Tried.Count));
        Assert.Equal(["email"], TagsOf(MetricNames.DeliveriesRepeated, TagNames.Channel));
        Assert.Equal(["actual"], TagsOf(MetricNames.DeliveriesRepeated, TagNames.Status));
    }

    [Fact]
    public async Task AShiftOfWeightIsCountedByProviderAndReason()
    {
        var second = new RecordingSmsProvider(app.Clock, "two");
        await using var shared = app.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddSingleton<ISmsProvider>(second)));
        // A first batch that shows the trouble, and a second one before which it is seen.
        await app.Directory.PutAsync([Some.Body() with { Contacts = [.. Enumerable.Range(1, 100).Select(Some.Contact)] }, Some.Body() with { Tier = 2 }], Token);
        app.Sms.Answer = _ => new(SendKind.TryLater, Code: "20429");
        await ApproveAsync();
        await PlanAsync();
        foreach (var message in app.Bus.Sent(Entities.Sms))
        {
            await (await shared.CreateClient().PostAsync("/DeliverSms", new StringContent(HostEnvelopes.Of(message), Encoding.UTF8, "application/json"), Token)).JsonAsync();
            app.Clock.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.Equal(1, watched.Sum(MetricNames.ProviderShifts));
        Assert.Equal(["one"], TagsOf(MetricNames.ProviderShifts, TagNames.Provider));
        Assert.Equal(["failing"], TagsOf(MetricNames.ProviderShifts, TagNames.Reason));
    }

    [Fact]
    public async Task WhatLostItsReasonIsCountedAsSuperseded()
    {
        await app.Directory.PutAsync([Some.Body()], Token);
        await ApproveAsync();
        await PlanAsync();
        await app.DeclareAsync(Declarations.Proposals.With("level", "4"));
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await DeliverAsync();

        Assert.Equal(2, watched.Sum(MetricNames.DeliveriesSuperseded));
        Assert.Equal(0, watched.Sum(MetricNames.DeliveriesSent));
    }

    [Fact]
    public async Task TheTimeFromTheApprovalIsMeasuredInSeconds()
    {
        await app.Directory.PutAsync([Some.Body()], Token);
        await ApproveAsync();
        app.Clock.Advance(TimeSpan.FromSeconds(3));
        await RunAllAsync();

        Assert.Equal([3, 3], watched.Measurements.Where(measurement => measurement.Name == MetricNames.DeliveryDuration).Select(measurement => measurement.Value));
        Assert.Equal(3, watched.Sum(MetricNames.PushDuration));
    }

    [Fact]
    public async Task AnAlertThatNobodyPlannedIsLateUntilTheAuditHasMendedIt()
    {
        await app.Directory.PutAsync([Some.Body()], Token);
        await ApproveAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        app.Bus.Park(Some.DeadLetter());

        await RunTimersAsync();
        Assert.Equal((1, 1, 1), (watched.Sum(MetricNames.AlertsLate), watched.Sum(MetricNames.AuditRuns), watched.Sum(MetricNames.DeadLetters)));
        await DeliverAsync();
        foreach (var message in app.Bus.Sent(Entities.Voice))
            await (await app.PostTriggerAsync("DeliverVoice", HostEnvelopes.Of(message))).JsonAsync();
        await RunTimersAsync();

        Assert.Equal((1, 2), (watched.Sum(MetricNames.AlertsLate), watched.Sum(MetricNames.AuditRuns)));
    }

    [Fact]
    public async Task WhatStaysInTheOutboxIsMeasuredByTheSweep()
    {
        app.Bus.GoDown();
        await ApproveAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        app.Bus.ComeUp();
        await RunTimersAsync();

        Assert.Equal(2, watched.Sum(MetricNames.OutboxPending));
    }

    [Fact]
    public async Task AFailedTriggerIsAFailedSpanThatNamesTheKindOfFailureOnly()
    {
        app.Boards.Down = true;
        await ApproveAsync();
        var response = await PostAsync("PushToBoards", HostEnvelopes.Of(Approved()));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var span = Assert.Single(watched.Spans, span => span.OperationName.EndsWith("push-to-boards", StringComparison.Ordinal));
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Matches("^[A-Za-z]+Exception$", span.StatusDescription);
    }

    public ValueTask DisposeAsync()
    {
        watched.Dispose();
        return app.DisposeAsync();
    }

    private static int Sends(IEnumerable<Activity> spans, string channel) =>
        spans.Count(span => span is { OperationName: "send", Kind: ActivityKind.Client } && Equals(span.GetTagItem(TagNames.Channel), channel));

    private IEnumerable<string> TagsOf(string name, string tag) =>
        watched.Measurements.Where(measurement => measurement.Name == name).Select(measurement => measurement.Tags[tag]).Distinct();

    private IEnumerable<string> Addresses() => app.Sms.Tried.Select(message => message.To.Value).Concat(app.Email.Taken.Select(message => message.To.Value));

    private async Task ApproveAsync()
    {
        var proposed = await (await app.CreateClient(Roles.Proposer).PostJsonAsync("/api/declarations", Declarations.Proposals.Utrecht)).JsonAsync(HttpStatusCode.Created);
        var approver = app.CreateClient(Roles.Approver);
        approver.DefaultRequestHeaders.Add("traceparent", watched.TraceParent);
        await (await approver.PostAsync($"/api/declarations/{proposed.GetProperty("id")}/approve", null, Token)).JsonAsync();
    }

    private BusMessage Approved() => app.Bus.Sent(Entities.Declarations).First(message => message.Subject == "approved");

    private async Task RunAllAsync()
    {
        await (await app.PostTriggerAsync("PushToBoards", HostEnvelopes.Of(Approved()))).JsonAsync();
        await PlanAsync();
        await DeliverAsync();
    }

    private async Task PlanAsync() => await (await app.PostTriggerAsync("PlanAlert", HostEnvelopes.Of(Approved()))).JsonAsync();

    private async Task DeliverAsync()
    {
        foreach (var message in app.Bus.Sent(Entities.Sms))
            await (await app.PostTriggerAsync("DeliverSms", HostEnvelopes.Of(message))).JsonAsync();
        foreach (var message in app.Bus.Sent(Entities.Email))
            await (await app.PostTriggerAsync("DeliverEmail", HostEnvelopes.Of(message))).JsonAsync();
    }

    private async Task RunTimersAsync()
    {
        await (await PostAsync("AuditAlerts", HostEnvelopes.Timer)).JsonAsync();
        await (await PostAsync("SweepOutbox", HostEnvelopes.Timer)).JsonAsync();
        await (await PostAsync("DrainDeadLetters", HostEnvelopes.Timer)).JsonAsync();
        await (await PostAsync("MeasureReadiness", HostEnvelopes.Timer)).JsonAsync();
        await (await PostAsync("ProvePaths", HostEnvelopes.Timer)).JsonAsync();
    }

    // A call of the host that belongs to the watched trace.
    private Task<HttpResponseMessage> PostAsync(string function, string envelope)
    {
        var host = app.CreateClient();
        host.DefaultRequestHeaders.Add("traceparent", watched.TraceParent);
        return host.PostAsync($"/{function}", new StringContent(envelope, Encoding.UTF8, "application/json"), Token);
    }
}
