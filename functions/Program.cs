using Alerting.Adapters.Heartbeat;
using Alerting.Adapters.ServiceBus;
using Alerting.Adapters.SignalR;
using Alerting.Adapters.Smtp;
using Alerting.Adapters.Tables;
using Alerting.Adapters.Telemetry;
using Alerting.Adapters.Twilio;
using Alerting.Functions;

// Settings come from the host, once; no file of ours is watched for changes.
var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);
builder.ListenForHost();
builder.LogForHost();
builder.AddTelemetry(TraceContext.SourceName, api: "/api");
builder.AddSignIn();
builder.Services.AddApiDescription();
builder.Services.AddSingleton(TimeProvider.System);

// The world outside
builder.Services.AddAlertingTables().AddHostedService<PrepareTables>();
builder.Services.AddServiceBus();
builder.Services.AddSignalRBoards();
builder.Services.AddTwilio(builder.Configuration);
builder.Services.AddSmtp();
builder.Services.AddHeartbeat();

// What we do with it
builder.Services.AddDeclarations();
builder.Services.AddDelivery();
builder.Services.AddPreviews();
builder.Services.AddPaths();

var app = builder.Build();
app.UseAnswerHeaders();
app.UseProblems();
app.UseUnmapped();
app.UseAuthentication();
app.UseAuthorization();
app.MapReadiness();
app.MapDeclarations();
app.MapLevels();
app.MapBodies();
app.MapAlerts();
app.MapDeadLetters();
app.MapProviders();
app.MapDelivery();
app.MapBoards();
app.MapWebhooks();
app.MapPaths();
app.MapUpkeep();

return await app.RunForHostAsync();
